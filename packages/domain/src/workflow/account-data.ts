import { customerName } from '../customers/customer-data.ts';
import { isMatchingHolder } from '../customers/matching-holder.ts';
import { waitingAuthorization } from '../payments/authorization.ts';
import {
  type Change,
  type Decision,
  decided,
  type Env,
  type EventDraft,
  type Outcome,
  refused,
  together,
} from './decision.ts';
import { type Acceptance, acceptedIn, refuseAcceptance } from './discrepancies.ts';
import type { Attempt, CasePayment, Discrepancy, PaymentCase, StepRun } from './payment-case.ts';
import { unconfirmedPayments } from './progress.ts';

/** What of the account that paid does not agree with what is known of the customer (rule 3). */
export interface Mismatch {
  readonly key: 'verification' | 'holder';
  readonly expected: string | null;
  readonly found: string;
}

/** The account that has paid, or that an amount is reserved on. */
export type PayingAccount = Pick<CasePayment, 'attemptId' | 'source' | 'payer'>;

/** Whose account step 6 looks at: that of each payment that waits, and of what is reserved and may be captured. */
export const waitingAccounts = (state: PaymentCase): readonly PayingAccount[] => {
  const authorized = waitingAuthorization(state);
  return [...unconfirmedPayments(state), ...(authorized ? [accountOf(authorized)] : [])];
};

export const accountOf = ({ id: attemptId, payer }: Attempt): PayingAccount => ({
  attemptId,
  source: 'PROVIDER',
  payer,
});

/** The version that a person has confirmed is what the holder is held against. */
const nameOf = ({ customer }: PaymentCase): string => customerName(customer.confirmedData ?? customer.data);

/** Money that the provider's checks, or the holder's name, do not call the customer's. It has come all the same. */
export const mismatchesOf = (state: PaymentCase, payment: PayingAccount): readonly Mismatch[] => {
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
export const unsettledMismatches = (state: PaymentCase, payment: PayingAccount): readonly Mismatch[] =>
  mismatchesOf(state, payment).filter(
    (mismatch) => !state.discrepancies.some((one) => isAbout(one, mismatch) && one.resolution === 'ACCEPT'),
  );

const openOnes = ({ discrepancies }: PaymentCase): readonly Discrepancy[] =>
  discrepancies.filter(({ step, state }) => step === 'CONFIRM_AMOUNT' && state === 'OPEN');

/** Open ones that speak of no payment that waits: the customer's record has been corrected since. */
const outdatedOnes = (state: PaymentCase, payments: readonly PayingAccount[]): readonly Discrepancy[] => {
  const left = payments.flatMap((payment) => unsettledMismatches(state, payment));
  return openOnes(state).filter((one) => !left.some((mismatch) => isAbout(one, mismatch)));
};

const settle = (id: string, acceptance?: Acceptance): Decision =>
  decided(
    [
      {
        type: 'resolve-discrepancy',
        ...{ id, resolution: acceptance ? 'ACCEPT' : 'CORRECT', reason: acceptance?.reason ?? null },
      },
    ],
    [{ type: 'discrepancy.resolved', data: { discrepancyId: id } }],
  );

/**
 * Raises what does not agree with these payments as discrepancies of this run of step 6, each once and at most one of
 * a kind at a time: the next stranger is asked about when the first has been settled.
 */
export const raiseMismatches = (
  state: PaymentCase,
  { step, run }: StepRun,
  payments: readonly PayingAccount[],
  env: Env,
): Outcome => {
  const outdated = outdatedOnes(state, payments);
  const open = openOnes(state).filter((one) => !outdated.includes(one));
  const found = payments
    .flatMap((payment) => unsettledMismatches(state, payment))
    .filter(({ key }) => !open.some((one) => one.key === key));
  const raised = found
    .filter(({ key }, index) => found.findIndex((one) => one.key === key) === index)
    .map((mismatch) => ({ id: env.newId(), ...mismatch }));
  return together([
    ...outdated.map(({ id }) => settle(id)),
    decided(
      raised.map((one): Change => ({ type: 'raise-discrepancy', ...one, step, run })),
      raised.map(
        ({ id, key }): EventDraft => ({ type: 'discrepancy.raised', data: { discrepancyId: id, key } }),
      ),
    ),
  ]);
};

/** Takes over what a person accepts, for a reason, and refuses while something about this payment is left. */
export const settleMismatches = (
  state: PaymentCase,
  run: StepRun,
  payment: PayingAccount | undefined,
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
  const outdated = outdatedOnes(state, waitingAccounts(state)).filter((one) => !acceptedIn(accepted, one));
  return together([
    ...accepted.map((one) => settle(one.discrepancyId, one)),
    ...outdated.map(({ id }) => settle(id)),
  ]);
};
