import { withTenant } from '@zahlwerk/db/tenant';
import { refuseStart, reusableAttempt, type StartPayment } from '@zahlwerk/domain/payments/start-payment';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import type { Attempt, PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { createCheckout } from '../stripe/checkout.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { caseNotFound, refusalError } from '../workflow/refused.ts';
import { transition } from '../workflow/transition.ts';
import type { Workshop } from '../workflow/workshop.ts';

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
  const { state, attempt, sessionUrl, customerRef } = current;
  if (sessionUrl) return { url: sessionUrl };
  const session = await createCheckout(await accounts.forAttempt(organizationId, attempt.id), {
    organizationId,
    caseId,
    attemptId: attempt.id,
    reference: state.number,
    minor: attempt.amount.minor,
    currency: attempt.amount.currency,
    methodType,
    locale: state.customer.data.language,
    email: state.customer.data.email,
    customerRef,
    returnUrl: starting.returnUrl,
  });
  if (!session.url) throw new Error('The provider opened a session without a page.');
  const input = { attemptId: attempt.id, sessionRef: session.id, sessionUrl: session.url };
  await transition(workshop, { ...asking, command: { name: 'attachSession', input } });
  return { url: session.url };
};

export interface Current {
  readonly state: PaymentCase;
  readonly attempt: Attempt;
  readonly sessionUrl: string | null;
  readonly customerRef: string | null;
}

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
    if (!attempt) throw refusalError(refuseStart(state, start) ?? { code: 'NOTHING_OPEN' });
    const row = await tx.paymentAttempt.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id: attempt.id } },
    });
    const sync = await tx.customerSync.findFirst({
      where: {
        organizationId,
        customerId: state.customer.id,
        target: 'PROVIDER',
        targetRef: row.providerAccountId,
      },
    });
    return { state, attempt, sessionUrl: row.sessionUrl, customerRef: sync?.externalRef ?? null };
  });
