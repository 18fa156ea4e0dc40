import { isPositive, type Money, subtract } from '../money/money.ts';
import { type Decision, decided, type Env } from '../workflow/decision.ts';
import type { Attempt } from '../workflow/payment-case.ts';

/**
 * A part of a transfer that has come since the provider was asked last. Until the rest is there the provider keeps it for
 * the customer, so nothing is booked; the customer is told what is missing, each time once.
 */
export const creditTransfer = (attempt: Attempt, funded: Money, env: Env): Decision => {
  const amount = subtract(funded, attempt.funded);
  if (attempt.state === 'CANCELED' || !isPositive(amount)) return decided([], []);
  const id = env.newId();
  const missing = subtract(attempt.amount, funded);
  const data = { attemptId: attempt.id, minor: amount.minor.toString(), missing: missing.minor.toString() };
  return decided(
    [
      { type: 'record-transfer-credit', id, attemptId: attempt.id, amount, missing },
      { type: 'queue-message', template: 'partial-received', subjectId: id, to: 'CUSTOMER' },
    ],
    [{ type: 'attempt.partly_funded', data }],
  );
};
