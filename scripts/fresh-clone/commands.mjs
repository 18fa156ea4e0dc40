/**
 * The commands that README.md tells a stranger to type: the code blocks after `<!-- commands: start -->` and
 * `<!-- commands: test -->`. Throws when one is missing or is no `npm` command.
 * @param {string} readme
 * @returns {{ start: string, test: string }}
 */
export const commandsIn = (readme) => ({
  start: commandAfter(readme, 'start'),
  test: commandAfter(readme, 'test'),
});

const commandAfter = (readme, name) => {
  const mark = `<!-- commands: ${name} -->`;
  const at = readme.indexOf(mark);
  const [, block = ''] = /^\s*```\w*\n([\s\S]*?)```/.exec(at < 0 ? '' : readme.slice(at + mark.length)) ?? [];
  const lines = block.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 1 && lines[0].startsWith('npm ')) return lines[0].trim();
  throw new Error(`README.md needs a code block with one npm command right after "${mark}".`);
};
