import { withTenant } from '@zahlwerk/db/tenant';
import { canceledReport } from '@zahlwerk/domain/payments/apply-attempt';
import { refuseStart, reusableAttempt, type StartPayment } from '@zahlwerk/domain/payments/start-payment';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import type { Attempt, PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { createCheckout } from '../stripe/checkout.ts';
import { isKeySpent } from '../stripe/provider-error.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { caseNotFound, refusalError } from '../workflow/refused.ts';
import { transition } from '../workflow/transition.ts';
import type { Workshop } from '../workflow/workshop.ts';
import { applyReport } from './apply-intent.ts';

export interface Starting {
  readonly organizationId: string;
  readonly caseId: string;
  readonly actor: Actor;
  readonly methodType: 'CARD' | 'SEPA_DEBIT';
  readonly returnUrl: string;
}

/**
 * Leads the customer to the provider's hosted page: the attempt is recorded first, the page is opened between two
 * transactions with the attempt's id as the key, then the page's address is remembered.
 */
export const startPayment = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  starting: Starting,
): Promise<{ readonly url: string }> => {
  const { organizationId, caseId, actor, methodType } = starting;
  const asking = { organizationId, caseId, actor, expectedVersion: null, idempotency: null };
  await transition(workshop, { ...asking, command: { name: 'startPayment', input: { methodType } } });
  const current = await currentAttempt(workshop, starting, { methodType });
  const { state, attempt, sessionUrl, frozen } = current;
  if (sessionUrl) return { url: sessionUrl };
  const stripe = await accounts.forAttempt(organizationId, attempt.id);
  const session = await createCheckout(stripe, {
    organizationId,
    caseId,
    attemptId: attempt.id,
    reference: state.number,
    minor: attempt.amount.minor,
    currency: attempt.amount.currency,
    capture: attempt.capture,
    methodType,
    ...frozen,
    returnUrl: starting.returnUrl,
  }).catch((error: unknown) => giveUpSpent(workshop, starting, attempt.id, error));
  if (!session.url) throw new Error('The provider opened a session without a page.');
  const input = { attemptId: attempt.id, sessionRef: session.id, sessionUrl: session.url };
  await transition(workshop, { ...asking, command: { name: 'attachSession', input } });
  return { url: session.url };
};

/** What was recorded with the attempt to be sent with its key, whatever has changed since. */
interface Frozen {
  readonly locale: 'de' | 'en';
  readonly email: string | null;
  readonly customerRef: string | null;
}

export interface Current {
  readonly state: PaymentCase;
  readonly attempt: Attempt;
  readonly sessionUrl: string | null;
  readonly frozen: Frozen;
}

/**
 * An attempt whose key the provider will not answer to any more is over: nobody has been led to what may lie there, and
 * the next call starts a new one. Throws the error that was met.
 */
export const giveUpSpent = async (
  workshop: Workshop,
  { organizationId, caseId }: Pick<Starting, 'organizationId' | 'caseId'>,
  attemptId: string,
  error: unknown,
): Promise<never> => {
  if (isKeySpent(error)) {
    await applyReport(workshop, organizationId, caseId, canceledReport(attemptId), 'start-payment');
  }
  throw error;
};

/** The attempt that has just been started or can be gone on with; a refusal when it is over by now. */
export const currentAttempt = (
  workshop: Workshop,
  { organizationId, caseId }: Pick<Starting, 'organizationId' | 'caseId'>,
  start: StartPayment,
): Promise<Current> =>
  withTenant(workshop.database, organizationId, async (tx) => {
    const state = (await loadCases(tx, organizationId, [caseId])).get(caseId);
    if (!state) throw caseNotFound();
    const attempt = reusableAttempt(state, start);
    if (!attempt) throw refusalError(refuseStart(state, start) ?? { code: 'ATTEMPT_OVER' });
    const row = await tx.paymentAttempt.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id: attempt.id } },
    });
    const { locale, email, customerRef = null } = row.parameters as unknown as Frozen;
    return { state, attempt, sessionUrl: row.sessionUrl, frozen: { locale, email, customerRef } };
  });
