import type { CustomerData } from '../../customers/customer-data.ts';
import { answerChecklist, type ChecklistAnswer, unansweredItems } from '../checklist.ts';
import { type CustomerCheck, customerChecks } from '../customer-checks.ts';
import { type Change, decided, type Env, type EventDraft, type Outcome, refused } from '../decision.ts';
import { type Acceptance, acceptedIn, refuseAcceptance } from '../discrepancies.ts';
import { type Assessment, CLEAN, guard, stop } from '../guard.ts';
import type { Discrepancy, PaymentCase, StepRun } from '../payment-case.ts';
import { finish, open, openRun } from '../progress.ts';
import type { Refusal } from '../refusal.ts';
import { askWhenStale, awaitsRegister, refuseRegisterAcceptance, registerChecks } from '../vat-standing.ts';

const STEP = 'VERIFY_CUSTOMER_DATA' as const;

export interface VerifyCustomerData {
  /** Corrected data, or null where nothing is to be changed; discrepancies that it clears are resolved by it. */
  readonly data: CustomerData | null;
  /** Discrepancies accepted as they are, each with its reason. */
  readonly accepted: readonly Acceptance[];
  /** The person's answers to the business's own checklist items. */
  readonly answers: readonly ChecklistAnswer[];
  /** False keeps the step open after the changes. */
  readonly complete: boolean;
}

export const refuse = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'VERIFY_CUSTOMER_DATA', STEP);

type Resolution = Omit<Extract<Change, { type: 'resolve-discrepancy' }>, 'type'>;

interface Verification {
  readonly changes: readonly Change[];
  readonly events: readonly EventDraft[];
  /** Keys of discrepancies that are still open afterwards. */
  readonly openKeys: readonly string[];
}

/** Runs the machine's checks over `data` and compares with what is recorded; each failed check becomes one discrepancy. */
const verify = (
  state: PaymentCase,
  data: CustomerData,
  accepted: VerifyCustomerData['accepted'],
  run: StepRun,
  env: Env,
): Verification => {
  const customer = { ...state.customer, data };
  const checks = [...customerChecks(state, data), ...registerChecks({ ...state, customer })];
  const failures = checks.filter((check) => check.item.state === 'FAILED' && check.item.required);
  const known = state.discrepancies.filter(({ step }) => step === STEP);
  const isAbout = (one: Discrepancy, { item, found }: CustomerCheck) =>
    one.key === item.key && one.found === found;
  const openBefore = known.filter((one) => one.state === 'OPEN');
  const resolved = openBefore.flatMap((one): Resolution[] => {
    const reason = acceptedIn(accepted, one)?.reason;
    if (reason) return [{ id: one.id, resolution: 'ACCEPT', reason }];
    const stillFails = failures.some((failure) => isAbout(one, failure));
    return stillFails ? [] : [{ id: one.id, resolution: 'CORRECT', reason: null }];
  });
  // What a person has accepted stays accepted; what was corrected and comes back is a discrepancy again.
  const isSettled = (failure: CustomerCheck) =>
    known.some((one) => isAbout(one, failure) && (one.state === 'OPEN' || one.resolution === 'ACCEPT'));
  const raised = failures
    .filter((failure) => !isSettled(failure))
    .map(({ item, found }) => ({ id: env.newId(), key: item.key, found }));
  const isResolved = (id: string) => resolved.some((one) => one.id === id);
  const frame = { step: STEP, run: run.run };
  return {
    changes: [
      ...checks.map(({ item }): Change => ({ type: 'record-check', item: { ...item, ...frame } })),
      // First out, then in: a run has at most one open discrepancy of a kind.
      ...resolved.map((one): Change => ({ type: 'resolve-discrepancy', ...one })),
      ...raised.map((one): Change => ({ type: 'raise-discrepancy', ...one, ...frame, expected: null })),
    ],
    events: [
      ...resolved.map(
        ({ id }): EventDraft => ({ type: 'discrepancy.resolved', data: { discrepancyId: id } }),
      ),
      ...raised.map(
        ({ id, key }): EventDraft => ({ type: 'discrepancy.raised', data: { discrepancyId: id, key } }),
      ),
    ],
    openKeys: [...raised, ...openBefore.filter(({ id }) => !isResolved(id))].map(({ key }) => key),
  };
};

/** Corrects, accepts and answers what is not clean; with `complete` the step is done when nothing is left (rule 8). */
export const verifyCustomerData = (state: PaymentCase, input: VerifyCustomerData, env: Env): Outcome => {
  const refusal = refuse(state, env);
  const run = openRun(state);
  if (refusal || !run) return { ok: false, refusal: refusal ?? { code: 'STEP_NOT_OPEN', step: STEP } };
  // Customers give their data; what is accepted, answered or ended is the desk's to say.
  if (
    env.actor.kind === 'CUSTOMER' &&
    (input.accepted.length > 0 || input.answers.length > 0 || input.complete)
  )
    return refused('ROLE_NOT_ALLOWED', { step: STEP });
  const byAcceptance = refuseAcceptance(state, STEP, input.accepted);
  if (byAcceptance) return { ok: false, refusal: byAcceptance };
  const byRegister = refuseRegisterAcceptance(state, input.accepted, env.actor);
  if (byRegister) return { ok: false, refusal: { ...byRegister, step: STEP } };
  const verification = verify(state, input.data ?? state.customer.data, input.accepted, run, env);
  const answered = answerChecklist(state, run, input.answers);
  if (!answered.ok) return answered;
  const changes: Change[] = [
    ...(input.data ? [{ type: 'set-customer-data', data: input.data } as const] : []),
    ...verification.changes,
    ...answered.changes,
  ];
  const events: EventDraft[] = [
    ...(input.data
      ? [{ type: 'customer.data_changed', data: { customerId: state.customer.id } } as const]
      : []),
    ...verification.events,
    ...answered.events,
  ];
  if (!input.complete) return decided(changes, events);
  const [openKey] = verification.openKeys;
  if (openKey) return refused('DISCREPANCY_OPEN', { step: STEP, detail: verification.openKeys.join(', ') });
  const [missing] = unansweredItems(state, STEP, input.answers);
  if (missing) return refused('CHECK_NOT_PASSED', { step: STEP, detail: missing });
  const [done, doneEvent] = finish(run);
  const [next, nextEvent] = open(state, 'SAVE_CUSTOMER_RECORD');
  return decided([...changes, done, next], [...events, doneEvent, nextEvent]);
};

const NOTHING: VerifyCustomerData = { data: null, accepted: [], answers: [], complete: false };

/** Checks have been recorded for the open run. */
const isChecked = (state: PaymentCase): boolean =>
  state.checkItems.some((item) => item.step === STEP && item.run === openRun(state)?.run);

/** Clean is: every required item passed, no open discrepancy. Before the machine has checked, checking comes first. */
export const assess = (state: PaymentCase): Assessment => {
  if (awaitsRegister(state)) return { kind: 'WAIT', for: 'PROVIDER' };
  if (!isChecked(state)) return CLEAN;
  const openOnes = state.discrepancies.filter((one) => one.step === STEP && one.state === 'OPEN');
  if (openOnes.length > 0) return stop('DISCREPANCY_OPEN', openOnes.map(({ key }) => key).join(', '));
  const [missing] = unansweredItems(state, STEP);
  return missing ? stop('CHECK_NOT_PASSED', missing) : CLEAN;
};

/** The machine's part: first what only the register knows, then the checks, and in its next turn the end of the step. */
export const advance = (state: PaymentCase, env: Env): Outcome => {
  const asking = isChecked(state) ? null : askWhenStale(state, env);
  if (asking) return asking;
  const outcome = verifyCustomerData(state, { ...NOTHING, complete: isChecked(state) }, env);
  // What has changed since the checks may fail them now: then they are recorded anew, and the next turn stops.
  return outcome.ok ? outcome : verifyCustomerData(state, NOTHING, env);
};

/** The machine's checks run even where a person ends the step. */
export const prepare = (state: PaymentCase, env: Env): Outcome =>
  isChecked(state) ? decided([], []) : (askWhenStale(state, env) ?? verifyCustomerData(state, NOTHING, env));
