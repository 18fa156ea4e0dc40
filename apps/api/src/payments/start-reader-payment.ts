import { withTenant } from '@zahlwerk/db/tenant';
import { isCancelable } from '@zahlwerk/domain/payments/cancel-attempts';
import { AT_READER, reusableAttempt } from '@zahlwerk/domain/payments/start-payment';
import type { PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import type { Refusal } from '@zahlwerk/domain/workflow/refusal';
import type Stripe from 'stripe';
import { NotFound } from '../graphql/errors.ts';
import { isKeyUsed, type Keyed } from '../graphql/idempotency.ts';
import type { Ports } from '../ports.ts';
import { createIntent } from '../stripe/payment-intent.ts';
import {
  awaitedAtReader,
  isOver,
  lookAtReader,
  readerProblem,
  showAtReader,
} from '../stripe/reader-payment.ts';
import { reportAttempt } from '../stripe/report-attempt.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { caseNotFound, refusalError } from '../workflow/refused.ts';
import type { CaseChanged } from '../workflow/run-command.ts';
import { transition } from '../workflow/transition.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { applyIntent, applyReport } from './apply-intent.ts';
import { cancelAttempt } from './cancel-attempt.ts';
import { currentAttempt, giveUpSpent } from './start-payment.ts';

export interface StartingAtReader extends Keyed {
  readonly caseId: string;
  readonly readerId: string;
  readonly expectedVersion: number | null;
}

const CAUSE = 'start-reader-payment';

const readCase = (ports: Ports, { organizationId, caseId }: StartingAtReader): Promise<PaymentCase> =>
  withTenant(ports.db, organizationId, async (tx) => {
    const state = (await loadCases(tx, organizationId, [caseId])).get(caseId);
    if (!state) throw caseNotFound();
    return state;
  });

interface Counter {
  readonly stripe: Stripe;
  readonly providerAccountId: string;
  readonly providerRef: string;
  /** The call has been made before. */
  readonly isRepeated: boolean;
}

const counterOf = async (ports: Ports, starting: StartingAtReader): Promise<Counter> => {
  const { organizationId, readerId } = starting;
  const { reader, isRepeated } = await withTenant(ports.db, organizationId, async (tx) => ({
    reader: await tx.reader.findFirst({ where: { organizationId, id: readerId, removedAt: null } }),
    isRepeated: await isKeyUsed(tx, starting),
  }));
  if (!reader) throw new NotFound('Reader', ['input', 'readerId']);
  const { providerAccountId, providerRef } = reader;
  const { stripe } = await ports.stripe.open(organizationId, providerAccountId);
  return { stripe, providerAccountId, providerRef, isRepeated };
};

/** Before anything is recorded: a reader out of reach, or one that somebody else's payment is waiting at. */
const refuseAtCounter = async (
  ports: Ports,
  { organizationId, caseId }: StartingAtReader,
  { stripe, providerAccountId, providerRef }: Counter,
): Promise<Refusal | null> => {
  const reader = await lookAtReader(stripe, providerRef);
  if (reader?.status !== 'online') return { code: 'READER_OFFLINE' };
  const awaited = awaitedAtReader(reader);
  if (!awaited) return null;
  const own = await withTenant(ports.db, organizationId, (tx) =>
    tx.paymentAttempt.count({ where: { organizationId, caseId, providerAccountId, providerRef: awaited } }),
  );
  return own > 0 ? null : { code: 'READER_BUSY' };
};

/** The intent of the attempt: made once, and never for an attempt that was canceled meanwhile (rule 13). */
const intentFor = async (ports: Ports, starting: StartingAtReader, { stripe }: Counter): Promise<string> => {
  const { organizationId, caseId, readerId } = starting;
  const workshop = workshopOf(ports);
  const start = { ...AT_READER, readerId };
  const { state, attempt } = await currentAttempt(workshop, starting, start);
  if (attempt.providerRef) return attempt.providerRef;
  const intent = await createIntent(stripe, {
    organizationId,
    caseId,
    attemptId: attempt.id,
    reference: state.number,
    minor: attempt.amount.minor,
    currency: attempt.amount.currency,
    capture: attempt.capture,
    ...AT_READER,
  }).catch((error: unknown) => giveUpSpent(workshop, starting, attempt.id, error));
  await applyReport(workshop, organizationId, caseId, reportAttempt(attempt.id, intent), CAUSE);
  const now = await currentAttempt(workshop, starting, start);
  if (now.attempt.id !== attempt.id) throw refusalError({ code: 'ATTEMPT_OVER' });
  return intent.id;
};

/** Shows the payment; the reader's answer is taken from how it stands afterwards, so that a lost one does no harm. */
const show = async (
  ports: Ports,
  { organizationId }: StartingAtReader,
  { stripe, providerAccountId, providerRef }: Counter,
  intentId: string,
): Promise<void> => {
  const reader = await lookAtReader(stripe, providerRef);
  const learn = () =>
    applyIntent(workshopOf(ports), ports.stripe, {
      organizationId,
      providerAccountId,
      intentId,
      cause: CAUSE,
    });
  try {
    if (!reader || awaitedAtReader(reader) !== intentId) await showAtReader(stripe, providerRef, intentId);
  } catch (error) {
    const problem = readerProblem(error);
    if (!problem && !isOver(error)) throw error;
    await learn();
    throw refusalError({ code: problem ?? 'ATTEMPT_OVER' });
  }
  await learn();
};

/** Whose card the reader has been waiting for, as far as the desk knew: two clerks may press in the same moment. */
const tellOthers = async (
  ports: Ports,
  { organizationId, readerId }: StartingAtReader,
  { providerAccountId }: Counter,
  shownId: string,
): Promise<void> => {
  const others = await withTenant(ports.db, organizationId, (tx) =>
    tx.paymentAttempt.findMany({
      where: { organizationId, readerId, state: 'REQUIRES_ACTION', providerRef: { not: shownId } },
    }),
  );
  for (const { providerRef: intentId } of others)
    if (intentId)
      await applyIntent(workshopOf(ports), ports.stripe, {
        ...{ organizationId, providerAccountId, intentId, cause: CAUSE },
      });
};

/**
 * Collects a case at a reader: the attempt is recorded first, its intent is made between two transactions, then the
 * reader shows it. What else the customer could have paid is ended before, so that nobody pays twice.
 */
export const startReaderPayment = async (ports: Ports, starting: StartingAtReader): Promise<CaseChanged> => {
  const { organizationId, caseId, readerId } = starting;
  const workshop = workshopOf(ports);
  const counter = await counterOf(ports, starting);
  const refusal = counter.isRepeated ? null : await refuseAtCounter(ports, starting, counter);
  if (refusal) throw refusalError(refusal);
  const start = { ...AT_READER, readerId };
  const command = { name: 'startPayment', input: start } as const;
  const before = await readCase(ports, starting);
  const { replayed } = await transition(workshop, { ...starting, command });
  const state = await readCase(ports, starting);
  // The first call has come as far as the display: what has become of it since is not asked for again.
  if (replayed && reusableAttempt(state, start)?.initiation !== null) return { caseId, replayed };
  const ended = before.attempts.filter(isCancelable).map(({ id }) => id);
  const canceled = state.attempts.filter((one) => one.state === 'CANCELED' && ended.includes(one.id));
  for (const { id } of canceled) await cancelAttempt(ports, organizationId, id);
  const intentId = await intentFor(ports, starting, counter);
  await show(ports, starting, counter, intentId);
  await tellOthers(ports, starting, counter, intentId);
  return { caseId, replayed };
};
