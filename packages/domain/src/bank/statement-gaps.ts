/** A day's statement with both of its balances, as the bank has numbered it. */
export interface ChainedStatement {
  readonly id: string;
  readonly sequence: string | null;
  readonly closingOn: string;
  readonly openingMinor: bigint;
  readonly closingMinor: bigint;
}

export interface StatementGap {
  readonly before: ChainedStatement;
  readonly after: ChainedStatement;
  /** BALANCE: the one does not begin where the other ended. SEQUENCE: it does, but a number between them is missing. */
  readonly kind: 'BALANCE' | 'SEQUENCE';
}

const numberOf = ({ sequence }: ChainedStatement): number | null =>
  sequence !== null && /^\d{1,9}$/.test(sequence) ? Number(sequence) : null;

const same = (one: ChainedStatement, other: ChainedStatement): boolean =>
  one.closingOn === other.closingOn &&
  one.sequence === other.sequence &&
  one.openingMinor === other.openingMinor &&
  one.closingMinor === other.closingMinor;

/** Of those of one day the next is the one that goes on where the last has ended, before the one with the lower number. */
const takeNext = (
  waiting: readonly ChainedStatement[],
  before: ChainedStatement | undefined,
): ChainedStatement | undefined => {
  const [first] = waiting;
  const ofDay = waiting.filter(({ closingOn }) => closingOn === first?.closingOn);
  return ofDay.find(({ openingMinor }) => openingMinor === before?.closingMinor) ?? ofDay[0];
};

/** The order in which the bank has written them; what was brought twice stands there once. */
const inOrder = (statements: readonly ChainedStatement[]): readonly ChainedStatement[] => {
  const once = statements.filter((one, at) => statements.findIndex((other) => same(one, other)) === at);
  let waiting: readonly ChainedStatement[] = once.toSorted(
    (one, other) =>
      one.closingOn.localeCompare(other.closingOn) || (numberOf(one) ?? 0) - (numberOf(other) ?? 0),
  );
  const ordered: ChainedStatement[] = [];
  for (let next = takeNext(waiting, ordered.at(-1)); next; next = takeNext(waiting, ordered.at(-1))) {
    const taken = next;
    ordered.push(taken);
    waiting = waiting.filter((one) => one !== taken);
  }
  return ordered;
};

/** A year may begin its numbers anew. */
const isMissing = (before: ChainedStatement, after: ChainedStatement): boolean => {
  const [last, next] = [numberOf(before), numberOf(after)];
  const sameYear = before.closingOn.slice(0, 4) === after.closingOn.slice(0, 4);
  return last !== null && next !== null && next !== last && next !== last + 1 && (sameYear || next !== 1);
};

/** Where statements of one account in one currency are missing between two that were brought, the oldest first. */
export const findGaps = (statements: readonly ChainedStatement[]): readonly StatementGap[] => {
  const ordered = inOrder(statements);
  return ordered.flatMap((after, at): readonly StatementGap[] => {
    const before = ordered[at - 1];
    if (!before) return [];
    if (before.closingMinor !== after.openingMinor) return [{ before, after, kind: 'BALANCE' }];
    return isMissing(before, after) ? [{ before, after, kind: 'SEQUENCE' }] : [];
  });
};
