interface LineView {
  readonly amount: { readonly minor: string };
  readonly account: { readonly id: string; readonly number: string; readonly name: string };
}

const isCredit = ({ amount }: LineView): boolean => amount.minor.startsWith('-');

/** The accounts on the other side of an entry, as they are seen from a line on one of its accounts, each once. */
export const counterAccounts = <TLine extends LineView>(
  lines: readonly TLine[],
  side: 'debit' | 'credit',
): readonly TLine['account'][] => {
  const others = lines.filter((line) => isCredit(line) === (side === 'debit'));
  return [...new Map(others.map(({ account }) => [account.id, account])).values()];
};
