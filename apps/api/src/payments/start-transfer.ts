import { BY_TRANSFER } from '@zahlwerk/domain/payments/start-payment';
import { copyCustomer } from '../customers/sync-customer.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { createTransfer, reportTransfer } from '../stripe/transfers.ts';
import { refusalError } from '../workflow/refused.ts';
import { transition } from '../workflow/transition.ts';
import type { Workshop } from '../workflow/workshop.ts';
import { applyReport } from './apply-intent.ts';
import { currentAttempt, giveUpSpent, type Starting } from './start-payment.ts';

/**
 * Asks the provider where the customer can transfer to (rule 25); the pay page shows it. The attempt is recorded first,
 * its intent is made between two transactions, and called again it is the same account and reference.
 */
export const startTransfer = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  starting: Omit<Starting, 'methodType'>,
): Promise<{ readonly url: string }> => {
  const { organizationId, caseId, actor, returnUrl: url } = starting;
  const asking = { organizationId, caseId, actor, expectedVersion: null, idempotency: null };
  await transition(workshop, { ...asking, command: { name: 'startPayment', input: BY_TRANSFER } });
  const { state, attempt, frozen } = await currentAttempt(workshop, starting, BY_TRANSFER);
  if (attempt.transfer) return { url };
  const customerRef =
    frozen.customerRef ?? (await copyCustomer(workshop, accounts, organizationId, state.customer.id));
  if (!customerRef) throw refusalError({ code: 'METHOD_NOT_ALLOWED' });
  const stripe = await accounts.forAttempt(organizationId, attempt.id);
  const intent = await createTransfer(stripe, {
    ...{ organizationId, caseId, attemptId: attempt.id, customerRef, reference: state.number },
    ...attempt.amount,
    country: state.organization.seller.country,
  }).catch((error: unknown) => giveUpSpent(workshop, starting, attempt.id, error));
  const report = await reportTransfer(stripe, attempt.id, intent);
  await applyReport(workshop, organizationId, caseId, report, 'start-transfer');
  return { url };
};
