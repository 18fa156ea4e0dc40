import type { CasePayment, PaymentCase } from '../workflow/payment-case.ts';
import type { ReceiptMethod } from './receipt-snapshot.schema.ts';

/** How a payment came, as receipts and mails name it. */
export const receiptMethodOf = (
  { attempts }: Pick<PaymentCase, 'attempts'>,
  { attemptId, evidence }: CasePayment,
): ReceiptMethod => {
  const attempt = attempts.find(({ id }) => id === attemptId);
  if (attempt) return attempt.via === 'READER' ? 'CARD_TERMINAL' : attempt.methodType;
  return evidence === 'manual:CARD_TERMINAL' ? 'CARD_TERMINAL' : 'BANK_TRANSFER';
};
