const MARK = '<!-- fresh clone';

/**
 * The commands of the first code block after the comment `<!-- fresh clone … -->`, in the order in which a stranger
 * types them. Throws when the README does not tell how to get, enter and start a clone.
 * @param {string} readme
 * @returns {{ enter: string, start: string, test: string | null }} `enter` is the folder's name
 */
export const commandsIn = (readme) => {
  const at = readme.indexOf(MARK);
  const block = at < 0 ? undefined : /```\w*\n([\s\S]*?)```/.exec(readme.slice(at))?.[1];
  const lines = (block ?? '')
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '');
  const clone = lines.find((line) => line.startsWith('git clone '));
  const enter = lines.find((line) => line.startsWith('cd '))?.slice('cd '.length);
  const start = lines.find((line) => line.startsWith('npm start'));
  if (!clone || !enter || !start)
    throw new Error(`README.md needs a code block after "${MARK} -->" with git clone, cd and npm start.`);
  return { enter, start, test: lines.find((line) => line.startsWith('npm test')) ?? null };
};
