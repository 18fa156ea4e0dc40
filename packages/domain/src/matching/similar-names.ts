const pairsOf = (name: string): Map<string, number> => {
  const pairs = new Map<string, number>();
  for (const word of name.split(' '))
    for (let at = 0; at + 2 <= word.length; at += 1) {
      const pair = word.slice(at, at + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
    }
  return pairs;
};

const countOf = (pairs: ReadonlyMap<string, number>): number =>
  pairs.values().reduce((sum, count) => sum + count, 0);

/**
 * Whether two normalized names share at least half of their pairs of letters (Dice's coefficient): a bank cuts names and
 * leaves legal forms out. It only puts a claim on the list; nothing is ever decided by it.
 */
export const areSimilar = (a: string, b: string): boolean => {
  const [inA, inB] = [pairsOf(a), pairsOf(b)];
  const shared = inA.entries().reduce((sum, [pair, count]) => sum + Math.min(count, inB.get(pair) ?? 0), 0);
  return shared > 0 && (2 * shared) / (countOf(inA) + countOf(inB)) >= 0.5;
};
