/** A part of a text in any case, for a filter: the characters that LIKE takes for any others stand for themselves. */
export const containing = (part: string) => ({
  contains: part
    .trim()
    .slice(0, 100)
    .replace(/[\\%_]/g, '\\$&'),
  mode: 'insensitive' as const,
});
