import { STEP_SLUGS } from '../workflow/step-slugs.ts';

/** Tasks that are done on the bank's page. */
const AT_BANK: ReadonlySet<string | null> = new Set([
  'BANK_RETURN',
  'BANK_IMPORT_FAILED',
  'STATEMENT_GAP',
  'OTHER_RECEIPT_ASKED',
]);

export const isAtBank = ({ reason }: { readonly reason: string | null }): boolean => AT_BANK.has(reason);

/** The step at which a task is done, where that is not the one that its case is at. */
export const stepOfTask = ({ reason }: { readonly reason: string | null }): { step?: string } =>
  reason === 'METHOD_REVIEW' ? { step: STEP_SLUGS.UPDATE_PAYMENT_METHOD } : {};
