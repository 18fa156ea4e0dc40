import { ACCOUNTS, type AccountKey, isAccountKey } from './accounts.ts';

/** DATEV's charts of accounts that a business may keep its books by. */
export const CHARTS = ['SKR03', 'SKR04'] as const;
export type ChartOfAccounts = (typeof CHARTS)[number];

/** The number that an account has in a chart before anybody has changed it. */
export const defaultNumber = (key: AccountKey, chart: ChartOfAccounts): string =>
  chart === 'SKR03' ? ACCOUNTS[key].number : ACCOUNTS[key].skr04;

interface NumberedAccount {
  readonly key: string;
  readonly number: string;
}

export const hasDefaultNumber = ({ key, number }: NumberedAccount, chart: ChartOfAccounts): boolean =>
  isAccountKey(key) && defaultNumber(key, chart) === number;

/**
 * The numbers after a change of the chart: whoever still has the default of the old chart gets that of the new one. A
 * number that somebody has chosen stays, and where it is the default of another account, that one keeps its own as well.
 */
export const renumber = <TAccount extends NumberedAccount>(
  accounts: readonly TAccount[],
  from: ChartOfAccounts,
  to: ChartOfAccounts,
): readonly TAccount[] => {
  const keeping = new Set(accounts.filter((account) => !hasDefaultNumber(account, from)));
  const numberOf = (account: TAccount): string =>
    keeping.has(account) || !isAccountKey(account.key) ? account.number : defaultNumber(account.key, to);
  for (
    let clash = findClash(accounts, keeping, numberOf);
    clash;
    clash = findClash(accounts, keeping, numberOf)
  )
    keeping.add(clash);
  return accounts.map((account) => ({ ...account, number: numberOf(account) }));
};

/** An account that cannot have its new number, because one that keeps its own has it. */
const findClash = <TAccount extends NumberedAccount>(
  accounts: readonly TAccount[],
  keeping: ReadonlySet<TAccount>,
  numberOf: (account: TAccount) => string,
): TAccount | undefined => {
  const kept = new Set([...keeping].map(({ number }) => number));
  return accounts.find((account) => !keeping.has(account) && kept.has(numberOf(account)));
};

export type NumberProblem = 'ACCOUNT_NUMBER_TAKEN' | 'ACCOUNT_NUMBERS_OF_ONE_LENGTH';

/**
 * What is wrong with the number of an account: DATEV wants all of one length, and each once. `others` are the numbers of all
 * other accounts; null when nothing is wrong.
 */
export const numberProblem = (
  number: string,
  others: readonly string[],
  length: number,
): NumberProblem | null => {
  if (others.includes(number)) return 'ACCOUNT_NUMBER_TAKEN';
  return number.length === length ? null : 'ACCOUNT_NUMBERS_OF_ONE_LENGTH';
};
