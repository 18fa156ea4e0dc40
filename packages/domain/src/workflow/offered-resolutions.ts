import { compare } from '../money/money.ts';
import { offeredCapture } from '../payments/authorization.ts';
import type { Actor } from './actor.ts';
import { allocatable, amountAvailable, amountOpen } from './balance.ts';
import { decidesAlone } from './four-eyes.ts';
import type { CasePayment, PaymentCase } from './payment-case.ts';
import { unconfirmedPayments } from './progress.ts';

export const RESOLUTIONS = ['EXACT', 'PARTIAL', 'OVER', 'WRITE_OFF'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** A resolution that fits the amounts, with its effect in minor units, for people to see before they click. */
export interface OfferedResolution {
  readonly resolution: Resolution;
  readonly allocate: bigint;
  readonly writeOff: bigint;
  readonly credit: bigint;
  readonly needsSecondPerson: boolean;
}

/** What the case has given up so far; a credit note gives nothing up, it lowers the claim with a document of its own. */
const givenUp = (state: PaymentCase): bigint =>
  state.adjustments.reduce(
    (minor, { kind, amount }) => (kind === 'CREDIT_NOTE' ? minor : minor + amount.minor),
    0n,
  );

/**
 * Small differences are the desk's own: up to the version's limit, counted over all that the case has given up,
 * anybody at the desk writes off alone; from the next cent on a lead has to agree (rule 4).
 */
const isWithinLimit = (state: PaymentCase, writeOff: bigint): boolean =>
  givenUp(state) + writeOff <= BigInt(state.definition.limits.adjustmentWithoutSecond);

/**
 * The resolutions of step 6 for one payment (or for the unpaid rest alone), each with its effect on the ledger. A rest
 * is only written off while no other money waits, and nothing is reserved for it. Who asks matters for the second person alone.
 */
export const offeredResolutions = (
  state: PaymentCase,
  payment?: CasePayment,
  actor?: Actor,
): readonly OfferedResolution[] => {
  const rest = amountOpen(state);
  const writingOff = (allocate: bigint): OfferedResolution => {
    const writeOff = rest.minor - allocate;
    const isAlone = isWithinLimit(state, writeOff) || (actor !== undefined && decidesAlone(state, actor));
    return { resolution: 'WRITE_OFF', allocate, writeOff, credit: 0n, needsSecondPerson: !isAlone };
  };
  const isOtherMoneyWaiting = unconfirmedPayments(state).some(({ id }) => id !== payment?.id);
  if (!payment) {
    const partlyPaid = state.allocations.length > 0 && rest.minor > 0n;
    return partlyPaid && !isOtherMoneyWaiting && !offeredCapture(state) ? [writingOff(0n)] : [];
  }
  const allocate = allocatable(state, payment).minor;
  const credit = amountAvailable(payment).minor - allocate;
  const plain = { allocate, writeOff: 0n, credit, needsSecondPerson: false };
  const against = compare(amountAvailable(payment), rest);
  if (against === 0) return [{ ...plain, resolution: 'EXACT' }];
  if (against > 0) return [{ ...plain, resolution: 'OVER' }];
  const partial: OfferedResolution = { ...plain, resolution: 'PARTIAL' };
  return isOtherMoneyWaiting ? [partial] : [partial, writingOff(allocate)];
};

/** Writing off the rest is among the resolutions of the payment at hand, or of the unpaid rest alone. */
export const offeredWriteOff = (state: PaymentCase): boolean =>
  offeredResolutions(state, unconfirmedPayments(state)[0]).some(
    ({ resolution }) => resolution === 'WRITE_OFF',
  );
