import type { JournalLine } from '../ledger/journal.ts';
import { postAllocation } from '../ledger/post-settlement.ts';
import { compare, money } from '../money/money.ts';
import { offeredCapture } from '../payments/authorization.ts';
import type { Actor } from './actor.ts';
import { allocatable, amountAvailable, amountOpen } from './balance.ts';
import { decidesAlone } from './four-eyes.ts';
import type { CasePayment, PaymentCase } from './payment-case.ts';
import { postAdjustment } from './post-adjustment.ts';
import { unconfirmedPayments } from './progress.ts';
import { ADJUSTMENT_OF, type Resolution } from './resolutions.ts';
import { isDuplicate, isRounding, isSkonto, isWithinLimit } from './what-is-missing.ts';

/** A resolution that fits the amounts, with its effect in minor units, for people to see before they click. */
export interface OfferedResolution {
  readonly resolution: Resolution;
  readonly allocate: bigint;
  /** What of the claim is given up, as the resolution says. */
  readonly writeOff: bigint;
  readonly credit: bigint;
  readonly needsReason: boolean;
  readonly needsSecondPerson: boolean;
}

/** Giving up a claim wants to be explained; Skonto, a fee and cents explain themselves until a second person is asked. */
const givingUp = (
  state: PaymentCase,
  resolution: 'SKONTO' | 'FEE' | 'ROUNDING' | 'WRITE_OFF',
  allocate: bigint,
  actor: Actor | undefined,
): OfferedResolution => {
  const writeOff = amountOpen(state).minor - allocate;
  // Skonto was agreed on before: who grants it gives nothing up.
  const isFree = resolution === 'SKONTO' || isWithinLimit(state, writeOff);
  const needsSecondPerson = !isFree && !(actor !== undefined && decidesAlone(state, actor));
  return {
    ...{ resolution, allocate, writeOff, credit: 0n, needsSecondPerson },
    needsReason: resolution === 'WRITE_OFF' || !isFree,
  };
};

/**
 * The resolutions of step 6 for one payment (or for the unpaid rest alone), each with its effect on the ledger. A rest
 * is only given up while no other money waits, and nothing is reserved for it. Who asks matters for the second person alone.
 */
export const offeredResolutions = (
  state: PaymentCase,
  payment?: CasePayment,
  actor?: Actor,
): readonly OfferedResolution[] => {
  const rest = amountOpen(state);
  const isOtherMoneyWaiting = unconfirmedPayments(state).some(({ id }) => id !== payment?.id);
  if (!payment) {
    const partlyPaid = state.allocations.length > 0 && rest.minor > 0n;
    return partlyPaid && !isOtherMoneyWaiting && !offeredCapture(state)
      ? [givingUp(state, 'WRITE_OFF', 0n, actor)]
      : [];
  }
  const available = amountAvailable(payment);
  const allocate = allocatable(state, payment).minor;
  const plain = { writeOff: 0n, needsReason: false, needsSecondPerson: false };
  const taken = { ...plain, allocate, credit: available.minor - allocate };
  const duplicate: readonly OfferedResolution[] = isDuplicate(state, payment)
    ? [{ ...plain, resolution: 'DUPLICATE', allocate: 0n, credit: available.minor }]
    : [];
  const against = compare(available, rest);
  if (against === 0) return [{ ...taken, resolution: 'EXACT' }, ...duplicate];
  if (against > 0) return [{ ...taken, resolution: 'OVER' }, ...duplicate];
  const partial: OfferedResolution = { ...taken, resolution: 'PARTIAL' };
  if (isOtherMoneyWaiting) return [partial, ...duplicate];
  return [
    ...(isSkonto(state, payment) ? [givingUp(state, 'SKONTO', allocate, actor)] : []),
    givingUp(state, 'FEE', allocate, actor),
    ...(isRounding(state, payment) ? [givingUp(state, 'ROUNDING', allocate, actor)] : []),
    partial,
    ...duplicate,
    givingUp(state, 'WRITE_OFF', allocate, actor),
  ];
};

/** The lines that step 7 will post for a resolution, as the very functions that post them say. */
export const postedBy = (
  state: PaymentCase,
  { resolution, allocate, writeOff }: Pick<OfferedResolution, 'resolution' | 'allocate' | 'writeOff'>,
): readonly JournalLine[] => {
  const { currency } = state.amountDue;
  const kind = ADJUSTMENT_OF[resolution];
  const given = allocate > 0n ? postAllocation('', money(allocate, currency), '').lines : [];
  const up =
    kind && writeOff > 0n
      ? postAdjustment(state, { id: '', kind, amount: money(writeOff, currency) }, '').lines
      : [];
  return [...given, ...up];
};

/** Writing off the rest is among the resolutions of the payment at hand, or of the unpaid rest alone. */
export const offeredWriteOff = (state: PaymentCase): boolean =>
  offeredResolutions(state, unconfirmedPayments(state)[0]).some(
    ({ resolution }) => resolution === 'WRITE_OFF',
  );
