import type { BankStatement } from '@zahlwerk/bank-statements/bank-statement';
import { STATEMENT_REFUSAL_TEXT, type StatementRefusal } from '@zahlwerk/bank-statements/statement-refusal';

/** Beyond what is wrong with a file: it is of another account, or the business has named none. */
export const IMPORT_REFUSAL_TEXT = {
  ...STATEMENT_REFUSAL_TEXT,
  OTHER_ACCOUNT: {
    de: 'Der Auszug ist von einem anderen Konto: {detail}.',
    en: 'The statement is of another account: {detail}.',
  },
  NO_ACCOUNT: {
    de: 'In den Einstellungen steht noch keine IBAN des Geschäftskontos.',
    en: 'The settings have no IBAN of the business account yet.',
  },
} as const;

export interface ImportRefusal extends Omit<StatementRefusal, 'code'> {
  readonly code: keyof typeof IMPORT_REFUSAL_TEXT;
}

/** A statement of somebody else's account must never become money of this business. A list that names none is taken for its own. */
export const refuseForeign = (
  statements: readonly BankStatement[],
  own: string | null,
): ImportRefusal | null => {
  const nothing = { line: null, file: null, detail: null };
  if (own === null) return { code: 'NO_ACCOUNT', ...nothing };
  const foreign = statements.find(
    ({ kind, account }) => account.iban !== own && !(kind === 'LIST' && account.iban === null),
  );
  const { iban, other } = foreign?.account ?? {};
  return foreign ? { ...nothing, code: 'OTHER_ACCOUNT', detail: iban ?? other ?? '–' } : null;
};
