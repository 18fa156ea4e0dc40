import type { PaymentAttempt } from '@zahlwerk/db/generated/client';
import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { askAgainAt } from '@zahlwerk/domain/payments/ask-again';
import type { ApiContext } from '../graphql/context.ts';
import type { Ports } from '../ports.ts';
import { isAway } from '../stripe/provider-error.ts';
import { viaOf } from '../workflow/load/to-attempt.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { applyCheckout } from './apply-checkout.ts';
import { applyIntent } from './apply-intent.ts';
import { askForCaptures } from './ask-for-captures.ts';
import { askForDisputes } from './ask-for-disputes.ts';
import { askForRefunds } from './ask-for-refunds.ts';
import { chargeAttempt } from './charge-attempt.ts';

/** What can still change: everything but what is over; a success is over once its money is booked. */
const UNDECIDED = {
  OR: [
    { state: { notIn: ['SUCCEEDED' as const, 'CANCELED' as const] } },
    { state: 'SUCCEEDED' as const, payments: { none: {} } },
  ],
};

type Asked = Pick<
  PaymentAttempt,
  'organizationId' | 'id' | 'providerAccountId' | 'providerRef' | 'sessionRef' | 'chargeAt' | 'state'
>;

/** Asks how one attempt stands and applies the answer: by its intent, by its page while there is no intent, or by its key. */
const ask = async (ports: Ports, attempt: Asked, cause: string): Promise<void> => {
  const { organizationId, providerAccountId, providerRef, sessionRef } = attempt;
  const workshop = workshopOf(ports);
  const ref = { organizationId, providerAccountId, cause };
  if (providerRef) await applyIntent(workshop, ports.stripe, { ...ref, intentId: providerRef });
  else if (sessionRef) {
    const { stripe } = await ports.stripe.open(organizationId, providerAccountId);
    const checkout = await stripe.checkout.sessions.retrieve(sessionRef);
    await applyCheckout(workshop, ports.stripe, ref, checkout);
  } else if (attempt.chargeAt && attempt.state !== 'CREATED') {
    await chargeAttempt(ports, organizationId, attempt.id);
  }
};

/** Asks the provider how the attempts, captures, refunds and disputes of a case stand, those that can still change, and applies what it says (rule 5). */
export const askProvider = async ({ ports, organizationId }: ApiContext, caseId: string): Promise<void> => {
  if (!organizationId) return;
  const attempts = await withTenant(ports.db, organizationId, (tx) =>
    tx.paymentAttempt.findMany({ where: { organizationId, caseId, ...UNDECIDED } }),
  );
  for (const attempt of attempts) await ask(ports, attempt, 'update-payment-status');
  await askForCaptures(ports, organizationId, caseId);
  await askForRefunds(ports, organizationId, caseId);
  await askForDisputes(ports, organizationId, caseId);
};

/**
 * Asks about every attempt that is due to be asked about: an event of the provider can be lost, its money must not be.
 * When to ask next is written down first, so that one that cannot be asked does not stand in the way of the others.
 */
export const askDueAttempts = async (ports: Ports, organizationId: string): Promise<void> => {
  for (const attempt of await takeDue(ports, organizationId)) {
    try {
      await ask(ports, attempt, 'ask-provider');
    } catch (error) {
      ports.log.warn({ err: error, attempt: attempt.id }, 'the provider could not be asked about an attempt');
      if (isAway(error)) return;
    }
  }
};

const takeDue = (ports: Ports, organizationId: string) =>
  withTenant(ports.db, organizationId, async (tx) => {
    const { now } = await businessTime(tx, organizationId);
    const due = await tx.paymentAttempt.findMany({
      where: { organizationId, checkAt: { lte: now } },
      include: { payments: { select: { id: true } } },
      orderBy: { checkAt: 'asc' },
    });
    for (const { id, checkAt, payments, ...attempt } of due)
      await tx.paymentAttempt.updateMany({
        where: { organizationId, id, checkAt },
        data: { checkAt: askAgainAt({ ...attempt, via: viaOf(attempt) }, payments.length > 0, now) },
      });
    return due;
  });
