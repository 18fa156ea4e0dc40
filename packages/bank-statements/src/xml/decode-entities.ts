const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const isCharacter = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/**
 * Replaces the five entities that XML knows by itself, and references to characters. Any other entity would need a DTD,
 * and a reference to what is no character breaks the file: both give null.
 */
export const decodeEntities = (text: string): string | null => {
  let isKnown = true;
  const decoded = text.replace(/&([^;&]*);/g, (whole, name: string) => {
    const numeric = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(name);
    const code = numeric ? Number.parseInt(numeric[1] ?? numeric[2] ?? '', numeric[1] ? 16 : 10) : Number.NaN;
    const character = isCharacter(code) ? String.fromCodePoint(code) : undefined;
    const replaced = Object.hasOwn(NAMED, name) ? NAMED[name] : character;
    isKnown &&= replaced !== undefined;
    return replaced ?? whole;
  });
  return isKnown ? decoded : null;
};
