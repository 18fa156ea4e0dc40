import { storableTypes, whyToReview } from '../../customers/matching-method.ts';
import {
  type Change,
  type Decision,
  decided,
  type Env,
  type MethodDraft,
  type Outcome,
  refused,
} from '../decision.ts';
import { isDeliverable } from '../deliverable.ts';
import { exceptionTask } from '../exception-task.ts';
import { type Assessment, CLEAN, guard, stop } from '../guard.ts';
import type { PaymentCase, StoredMethod } from '../payment-case.ts';
import { finish, isOpen, open, openRun } from '../progress.ts';
import type { Refusal } from '../refusal.ts';
import { refuseWithoutProvider } from '../refuse-without-provider.ts';

const STEP = 'UPDATE_PAYMENT_METHOD' as const;

export interface SkipPaymentMethodUpdate {
  readonly reason: string;
}

export interface RequestPaymentMethodUpdate {
  /** The recorded one-time link that the mail will carry. */
  readonly linkId: string;
}

export interface ReplacePaymentMethod {
  readonly method: MethodDraft;
  /** The one-time link by which the customer has come; it is used up. */
  readonly linkId: string;
}

/** The stored method that would be charged for this case: the default one, unless another way to pay is agreed on. */
export const storedMethod = (state: PaymentCase): StoredMethod | undefined =>
  state.methods.find(
    ({ state: methodState, isDefault, type }) =>
      methodState === 'ACTIVE' && isDefault && (state.preferredMethod ?? type) === type,
  );

/** A stored method that is to be charged and will have expired by the due date needs the step; all else skips it (rule 8). */
export const assess = (state: PaymentCase): Assessment => {
  const method = storedMethod(state);
  return method?.expiresOn && method.expiresOn < state.dueOn ? stop('METHOD_EXPIRED') : CLEAN;
};

const goOn = (state: PaymentCase, result: 'DONE' | 'SKIPPED', reason: string | null): Decision => {
  const run = openRun(state);
  if (!run || run.step !== STEP) return decided([], []);
  const [done, doneEvent] = finish(run, result, reason);
  const [next, nextEvent] = open(state, 'CREATE_PAYMENT_TASK');
  return decided([done, next], [doneEvent, nextEvent]);
};

/** Where the version allows only transfers there is nothing to store. */
const refuseWithoutType = ({ definition }: PaymentCase): Refusal | null =>
  storableTypes(definition.allowedMethodTypes).length > 0 ? null : { code: 'METHOD_NOT_ALLOWED', step: STEP };

/** Without a provider the link would lead nowhere. */
const refuseWithoutPage = (state: PaymentCase): Refusal | null => {
  const refusal = refuseWithoutProvider(state);
  return refusal && { ...refusal, step: STEP };
};

export const refuseRequest = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'REQUEST_PAYMENT_METHOD_UPDATE') ??
  refuseWithoutType(state) ??
  refuseWithoutPage(state) ??
  (isDeliverable(state) ? null : { code: 'ADDRESS_NOT_DELIVERABLE', step: STEP });

/** Sends the customer a one-time link to the provider's hosted setup page. The step, when open, waits for the customer. */
export const requestPaymentMethodUpdate = (
  state: PaymentCase,
  { linkId }: RequestPaymentMethodUpdate,
  env: Env,
): Outcome => {
  const refusal = refuseRequest(state, env);
  if (refusal) return { ok: false, refusal };
  return decided(
    [
      { type: 'create-link', id: linkId, purpose: 'METHOD' },
      { type: 'queue-message', template: 'method-link', subjectId: linkId, to: 'CUSTOMER' },
    ],
    [{ type: 'method.requested', data: { linkId } }],
  );
};

export const refuseSkip = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'SKIP_PAYMENT_METHOD_UPDATE', STEP);

/** A person decides that no new method is needed, and says why. */
export const skipPaymentMethodUpdate = (
  state: PaymentCase,
  { reason }: SkipPaymentMethodUpdate,
  env: Env,
): Outcome => {
  const refusal = refuseSkip(state, env);
  if (refusal) return { ok: false, refusal };
  return reason.trim() ? goOn(state, 'SKIPPED', reason) : refused('REASON_REQUIRED', { step: STEP });
};

/**
 * The customer has stored a new method at the provider. What matches the original comes into use and the old one is
 * retired, not overwritten; anything else goes to review (rule 24). Told again of the same method, nothing happens.
 */
export const replacePaymentMethod = (
  state: PaymentCase,
  { method, linkId }: ReplacePaymentMethod,
  env: Env,
): Outcome => {
  if (state.methods.some(({ reference }) => reference === method.reference)) return decided([], []);
  const { allowedMethodTypes } = state.definition;
  const reviewReason = whyToReview({ first: firstMethod(state), allowedTypes: allowedMethodTypes }, method);
  const used: Change = { type: 'use-link', id: linkId };
  const stored: Change = { type: 'store-method', method, reviewReason };
  const data = { methodId: method.id };
  if (reviewReason)
    return decided(
      [used, stored, exceptionTask('METHOD_REVIEW', env)],
      [{ type: 'method.review_needed', data }],
    );
  const next = afterRenewal(state);
  return decided(
    [used, ...retireActive(state), stored, ...next.changes],
    [{ type: 'method.updated', data }, ...next.events],
  );
};

const firstMethod = ({ methods }: PaymentCase): StoredMethod | null =>
  methods.find(({ isFirst }) => isFirst) ?? null;

/** What was in use until now: it stays on record as it was, and is charged no more. */
export const retireActive = ({ methods }: PaymentCase): readonly Change[] =>
  methods.flatMap(({ id, state }) => (state === 'ACTIVE' ? [{ type: 'retire-method', id } as const] : []));

/** With a new method in use the step is done, if it was waiting for one. */
export const afterRenewal = (state: PaymentCase): Decision =>
  isOpen(state, STEP) ? goOn(state, 'DONE', null) : decided([], []);

/** The machine's part: nothing is to be renewed. */
export const advance = (state: PaymentCase): Outcome => goOn(state, 'SKIPPED', 'NO_UPDATE_NEEDED');
