import { customerName } from '../customers/customer-data.ts';
import { isMatchingHolder } from '../customers/matching-holder.ts';
import { type Change, decided, type Env, type EventDraft, type Outcome, refused } from './decision.ts';
import { type Acceptance, acceptedIn, refuseAcceptance } from './discrepancies.ts';
import type { CasePayment, Discrepancy, PaymentCase, StepRun } from './payment-case.ts';

/** What of the account that paid does not agree with what is known of the customer (rule 3). */
export interface Mismatch {
  readonly key: 'verification' | 'holder';
  readonly expected: string | null;
  readonly found: string;
}

/** The version that a person has confirmed is what the holder is held against. */
const nameOf = ({ customer }: PaymentCase): string => customerName(customer.confirmedData ?? customer.data);

/** Money that the provider's checks, or the holder's name, do not call the customer's. It has come all the same. */
export const mismatchesOf = (state: PaymentCase, payment: CasePayment): readonly Mismatch[] => {
  const attempt = state.attempts.find(({ id }) => id === payment.attemptId);
  const failed = attempt?.verificationFailed ? (attempt.verification?.evidence ?? '') : null;
  const { customer } = state;
  const holder = payment.source === 'PROVIDER' ? payment.payer : null;
  const isOwn = !holder || isMatchingHolder(customer.confirmedData ?? customer.data, holder);
  return [
    ...(failed === null ? [] : [{ key: 'verification', expected: null, found: failed } as const]),
    ...(isOwn ? [] : [{ key: 'holder', expected: nameOf(state), found: holder } as const]),
  ];
};

const isAbout = (one: Discrepancy, { key, found }: Mismatch): boolean =>
  one.step === 'CONFIRM_AMOUNT' && one.key === key && one.found === found;

/** What nobody has accepted yet, raised or not; what a person has accepted once stays accepted. */
export const unsettledMismatches = (state: PaymentCase, payment: CasePayment): readonly Mismatch[] =>
  mismatchesOf(state, payment).filter(
    (mismatch) => !state.discrepancies.some((one) => isAbout(one, mismatch) && one.state === 'RESOLVED'),
  );

/** Raises what does not agree as discrepancies of this run of step 6, each once. */
export const raiseMismatches = (state: PaymentCase, run: StepRun, payment: CasePayment, env: Env) => {
  const raised = unsettledMismatches(state, payment)
    .filter((mismatch) => !state.discrepancies.some((one) => isAbout(one, mismatch)))
    .map((mismatch) => ({ id: env.newId(), ...mismatch }));
  const { step } = run;
  return decided(
    raised.map((one): Change => ({ type: 'raise-discrepancy', ...one, step, run: run.run })),
    raised.map(
      ({ id, key }): EventDraft => ({ type: 'discrepancy.raised', data: { discrepancyId: id, key } }),
    ),
  );
};

/** Takes over what a person accepts, for a reason, and refuses while something about this payment is left. */
export const settleMismatches = (
  state: PaymentCase,
  run: StepRun,
  payment: CasePayment | undefined,
  accepted: readonly Acceptance[] = [],
): Outcome => {
  const { step } = run;
  const refusal = refuseAcceptance(state, step, accepted);
  if (refusal) return { ok: false, refusal };
  const isAccepted = (mismatch: Mismatch) =>
    state.discrepancies.some((one) => isAbout(one, mismatch) && acceptedIn(accepted, one));
  const left = payment ? unsettledMismatches(state, payment).filter((one) => !isAccepted(one)) : [];
  if (left.length > 0)
    return refused('DISCREPANCY_OPEN', { step, detail: left.map(({ key }) => key).join(', ') });
  return decided(
    accepted.map(
      ({ discrepancyId, reason }): Change => ({
        type: 'resolve-discrepancy',
        ...{ id: discrepancyId, resolution: 'ACCEPT', reason },
      }),
    ),
    accepted.map(
      ({ discrepancyId }): EventDraft => ({ type: 'discrepancy.resolved', data: { discrepancyId } }),
    ),
  );
};
