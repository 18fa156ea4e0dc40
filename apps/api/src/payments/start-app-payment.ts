import type { StartPayment } from '@zahlwerk/domain/payments/start-payment';
import type { Keyed } from '../graphql/idempotency.ts';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { fetchIntent } from '../stripe/checkout.ts';
import { createIntent } from '../stripe/payment-intent.ts';
import { reportAttempt } from '../stripe/report-attempt.ts';
import { refusalError } from '../workflow/refused.ts';
import { transition } from '../workflow/transition.ts';
import type { Workshop } from '../workflow/workshop.ts';
import { applyReport } from './apply-intent.ts';
import { currentAttempt, giveUpSpent, type Starting } from './start-payment.ts';

export interface StartingInApp extends Keyed, Pick<Starting, 'caseId' | 'methodType'> {}

export interface AppPayment {
  readonly clientSecret: string;
  readonly replayed: boolean;
}

/**
 * Lets a partner's app collect: the attempt is recorded first, its PaymentIntent is made between two transactions, and
 * the app confirms it with the client secret (rule 17). Asked again it is the same intent, as long as it can be paid.
 */
export const startAppPayment = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  starting: StartingInApp,
): Promise<AppPayment> => {
  const { organizationId, caseId, methodType } = starting;
  const start: StartPayment = { methodType, via: 'APP' };
  const command = { name: 'startPayment', input: start } as const;
  const { replayed } = await transition(workshop, { ...starting, command, expectedVersion: null });
  const { state, attempt } = await currentAttempt(workshop, starting, start);
  const stripe = await accounts.forAttempt(organizationId, attempt.id);
  const intent = attempt.providerRef
    ? await fetchIntent(stripe, attempt.providerRef)
    : await createIntent(stripe, {
        organizationId,
        caseId,
        attemptId: attempt.id,
        reference: state.number,
        minor: attempt.amount.minor,
        currency: attempt.amount.currency,
        capture: attempt.capture,
        methodType,
        via: 'APP',
      }).catch((error: unknown) => giveUpSpent(workshop, starting, attempt.id, error));
  if (!intent.client_secret) throw new Error('The provider made an intent without a client secret.');
  if (!attempt.providerRef) {
    const report = reportAttempt(attempt.id, intent);
    await applyReport(workshop, organizationId, caseId, report, 'start-app-payment');
    // Canceled while its intent was being made: nobody may pay beside the one that came in its place (rule 13).
    const now = await currentAttempt(workshop, starting, start);
    if (now.attempt.id !== attempt.id) throw refusalError({ code: 'ATTEMPT_OVER' });
  }
  return { clientSecret: intent.client_secret, replayed };
};
