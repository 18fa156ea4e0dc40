import type { Prisma } from '@zahlwerk/db/generated/client';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { contradicts, isToldAgain, type ProviderReport } from '@zahlwerk/domain/payments/apply-attempt';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { Attempt } from '@zahlwerk/domain/workflow/payment-case';
import type Stripe from 'stripe';
import type { StripeAccounts } from '../stripe/accounts.ts';
import { fetchIntent } from '../stripe/checkout.ts';
import { lookAtReader } from '../stripe/reader-payment.ts';
import { reportAtReader, reportAttempt } from '../stripe/report-attempt.ts';
import { reportTransfer } from '../stripe/transfers.ts';
import { toAttempt } from '../workflow/load/to-attempt.ts';
import { transition } from '../workflow/transition.ts';
import type { Workshop } from '../workflow/workshop.ts';
import { inTurn } from './in-turn.ts';

/** What became of a provider's word: applied, not ours, or not believed. */
export type Applied = 'APPLIED' | 'NOT_OURS' | 'CONTRADICTS';

/**
 * Asks the provider how a PaymentIntent stands and applies the answer to its attempt (rule 2: re-fetch, never trust the event).
 * Providers tell one success in several events at once: in turn, all but the first find that it is known.
 */
export const applyIntent = (workshop: Workshop, accounts: StripeAccounts, ref: IntentRef): Promise<Applied> =>
  inTurn(ref.intentId, () => apply(workshop, accounts, ref));

const apply = async (
  workshop: Workshop,
  accounts: StripeAccounts,
  { organizationId, providerAccountId, intentId, cause, fetched }: IntentRef,
): Promise<Applied> => {
  const { stripe } = await accounts.open(organizationId, providerAccountId);
  const intent = fetched ?? (await fetchIntent(stripe, intentId));
  const found = await findAttempt(workshop, organizationId, providerAccountId, intent);
  if (!found) return 'NOT_OURS';
  if (!found.isOfIntent) return 'CONTRADICTS';
  const report = await describe(stripe, found, intent);
  if (isContradicted(found.attempt, report, intent)) return 'CONTRADICTS';
  if (found.isBooked && isToldAgain(found.attempt, report)) return 'APPLIED';
  await applyReport(workshop, organizationId, found.caseId, report, cause);
  return 'APPLIED';
};

/** What tells how an attempt stands besides its intent: a reader its display, a transfer who has made it. */
const describe = async (
  stripe: Stripe,
  found: FoundAttempt,
  intent: Stripe.PaymentIntent,
): Promise<ProviderReport> => {
  const { attempt, readerRef } = found;
  const { id: attemptId, state, methodType } = attempt;
  if (readerRef) {
    const awaited = { attemptId, isAwaited: state === 'REQUIRES_ACTION' };
    return reportAtReader(awaited, intent, await lookAtReader(stripe, readerRef));
  }
  return methodType === 'BANK_TRANSFER'
    ? reportTransfer(stripe, attemptId, intent)
    : reportAttempt(attemptId, intent);
};

export interface IntentRef {
  readonly organizationId: string;
  readonly providerAccountId: string;
  readonly intentId: string;
  /** The intent with all that `fetchIntent` asks for, where it came along with something else a moment ago. */
  readonly fetched?: Stripe.PaymentIntent | undefined;
  readonly cause: string;
}

export const applyReport = (
  workshop: Workshop,
  organizationId: string,
  caseId: string,
  report: ProviderReport,
  cause: string,
) =>
  transition(workshop, {
    organizationId,
    actor: SYSTEM,
    caseId,
    command: { name: 'applyAttempt', input: report },
    expectedVersion: null,
    idempotency: null,
    cause,
  });

interface FoundAttempt {
  readonly attempt: Attempt;
  readonly caseId: string;
  /** False when the attempt was made on another account, or has another intent already. */
  readonly isOfIntent: boolean;
  /** The provider's id of the reader that it is collected at; null anywhere else. */
  readonly readerRef: string | null;
  /** Its money has arrived in the books. */
  readonly isBooked: boolean;
}

const find = (tx: TenantTransaction, where: Prisma.PaymentAttemptWhereInput) =>
  tx.paymentAttempt.findFirst({ where, include: { reader: true, payments: { select: { id: true } } } });

/** By the reference already stored, else by the metadata that went with the recorded intent. */
const findAttempt = (
  workshop: Workshop,
  organizationId: string,
  providerAccountId: string,
  { id: providerRef, metadata: { attemptId } }: Stripe.PaymentIntent,
): Promise<FoundAttempt | null> =>
  withTenant(workshop.database, organizationId, async (tx) => {
    const row =
      (await find(tx, { organizationId, providerAccountId, providerRef })) ??
      (attemptId ? await find(tx, { organizationId, providerKey: attemptId }) : null);
    if (!row) return null;
    const isOfIntent =
      row.providerAccountId === providerAccountId &&
      (row.providerRef === null || row.providerRef === providerRef);
    return {
      ...{ attempt: toAttempt(row), caseId: row.caseId, isOfIntent },
      ...{ readerRef: row.reader?.providerRef ?? null, isBooked: row.payments.length > 0 },
    };
  });

/** Whether the provider speaks of another amount or currency than was asked for. */
const isContradicted = (
  { amount, capture }: Attempt,
  report: ProviderReport,
  intent: Stripe.PaymentIntent,
): boolean => {
  const isSame = BigInt(intent.amount) === amount.minor && intent.currency.toUpperCase() === amount.currency;
  return !isSame || contradicts({ amount, capture }, report);
};
