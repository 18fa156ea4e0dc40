import { withTenant } from '@zahlwerk/db/tenant';
import { canceledReport } from '@zahlwerk/domain/payments/apply-attempt';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { CommandInputs, CommandName } from '@zahlwerk/domain/workflow/decide';
import type Stripe from 'stripe';
import type { Ports } from '../ports.ts';
import { fetchIntent, isPaying } from '../stripe/checkout.ts';
import { intentOfError } from '../stripe/declined-intent.ts';
import { refusalOf } from '../stripe/provider-error.ts';
import { reportAttempt } from '../stripe/report-attempt.ts';
import { createStoredCharge, findStoredCharge, type StoredCharge } from '../stripe/stored-charge.ts';
import { transition } from '../workflow/transition.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { cancelAttempt } from './cancel-attempt.ts';

interface Order extends StoredCharge {
  readonly providerAccountId: string;
  readonly state: 'CREATED' | 'PROCESSING' | 'UNKNOWN';
}

/** What was recorded to be sent with the attempt's key, whatever has changed since. */
interface Frozen {
  readonly reference: string;
  readonly customerRef: string | null;
  readonly methodRef: string | null;
}

/** The charge as it was recorded; null when it is none, or when the provider has answered already. */
const readOrder = ({ db }: Ports, organizationId: string, attemptId: string): Promise<Order | null> =>
  withTenant(db, organizationId, async (tx) => {
    const row = await tx.paymentAttempt.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id: attemptId } },
    });
    const { caseId, providerAccountId, methodType, capture, state } = row;
    if (!row.chargeAt || row.providerRef || methodType === 'BANK_TRANSFER') return null;
    if (state !== 'CREATED' && state !== 'PROCESSING' && state !== 'UNKNOWN') return null;
    const { reference, customerRef, methodRef } = row.parameters as unknown as Frozen;
    return {
      organizationId,
      caseId,
      attemptId,
      providerAccountId,
      methodType,
      capture,
      state,
      reference,
      minor: row.amountMinor,
      currency: row.currency,
      customerRef: customerRef ?? '',
      methodRef: methodRef ?? '',
    };
  });

const tell = <Name extends CommandName>(
  ports: Ports,
  { organizationId, caseId }: Order,
  name: Name,
  input: CommandInputs[Name],
) =>
  transition(workshopOf(ports), {
    organizationId,
    actor: SYSTEM,
    caseId,
    command: { name, input },
    expectedVersion: null,
    idempotency: null,
    cause: 'charge-attempt',
  });

/**
 * A page that was closed here may be paid there at this very moment, because canceling is another job. It ends there
 * first; false when its money is already under way.
 */
const endOthers = async (ports: Ports, { organizationId, caseId }: Order): Promise<boolean> => {
  const canceled = await withTenant(ports.db, organizationId, (tx) =>
    tx.paymentAttempt.findMany({
      where: {
        ...{ organizationId, caseId, state: 'CANCELED' },
        OR: [{ sessionRef: { not: null } }, { providerRef: { not: null } }],
      },
    }),
  );
  for (const attempt of canceled) {
    const { stripe } = await ports.stripe.open(organizationId, attempt.providerAccountId);
    if (await isPaying(stripe, attempt)) return false;
    await cancelAttempt(ports, organizationId, attempt.id);
    if (await isPaying(stripe, attempt)) return false;
  }
  return true;
};

/** What the provider has of it, or else makes of it now. A decline is an answer too. */
const ask = async (stripe: Stripe, order: Order): Promise<Stripe.PaymentIntent> => {
  try {
    const known = order.state === 'CREATED' ? null : await findStoredCharge(stripe, order);
    return await fetchIntent(stripe, (known ?? (await createStoredCharge(stripe, order))).id);
  } catch (error) {
    const declined = intentOfError(error);
    if (declined === null) throw error;
    return fetchIntent(stripe, declined);
  }
};

/**
 * Sends a recorded charge, or finds out what became of one that was sent. That it is being sent is written first; a lost
 * answer is UNKNOWN until the provider has been asked, and no second charge comes of it.
 */
export const chargeAttempt = async (
  ports: Ports,
  organizationId: string,
  attemptId: string,
): Promise<void> => {
  const order = await readOrder(ports, organizationId, attemptId);
  if (!order) return;
  const { stripe } = await ports.stripe.open(organizationId, order.providerAccountId);
  if (order.state === 'CREATED') {
    const isAlone = await endOthers(ports, order);
    await tell(ports, order, 'sendCharge', { attemptId, isAlone });
    if ((await readOrder(ports, organizationId, attemptId))?.state !== 'PROCESSING') return;
  }
  try {
    const report = reportAttempt(attemptId, await ask(stripe, order));
    await tell(ports, order, 'applyAttempt', report);
  } catch (error) {
    const failure = refusalOf(error);
    if (failure) return void (await tell(ports, order, 'abandonCharge', { attemptId, failure }));
    await tell(ports, order, 'applyAttempt', { ...canceledReport(attemptId), state: 'UNKNOWN' });
    throw error;
  }
};
