import { offeredCapture, runningCapture } from '../../payments/authorization.ts';
import { requestCapture } from '../../payments/request-capture.ts';
import { accountOf, raiseMismatches, settleMismatches, waitingAccounts } from '../account-data.ts';
import { isSecondAsked, isUpToTheBank } from '../assess-amount.ts';
import { completeChecklist } from '../checklist.ts';
import { decided, type Env, type Outcome } from '../decision.ts';
import { guard } from '../guard.ts';
import type { PaymentCase } from '../payment-case.ts';
import { openRun, unconfirmedPayments } from '../progress.ts';
import type { Refusal } from '../refusal.ts';
import { type ConfirmAmount, pick, resolve } from '../resolve-amount.ts';

const STEP = 'CONFIRM_AMOUNT' as const;

export const refuse = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'CONFIRM_AMOUNT', STEP) ??
  (isSecondAsked(state) ? { code: 'APPROVAL_PENDING', step: STEP } : null) ??
  (runningCapture(state) ? { code: 'CAPTURE_RUNNING', step: STEP, unblockedBy: 'PROVIDER' } : null) ??
  (isUpToTheBank(state) ? { code: 'DISPUTE_OPEN', step: STEP } : null) ??
  (hasSomethingToConfirm(state) ? null : { code: 'NO_MONEY_YET', step: STEP });

/** Money, a reserved amount, the unpaid rest after some money, or once more what was confirmed before a rejection. */
const hasSomethingToConfirm = (state: PaymentCase): boolean =>
  unconfirmedPayments(state).length > 0 || offeredCapture(state) !== null || state.allocations.length > 0;

/**
 * Confirms what was received against what is owed, once the account data agree or were accepted and the checklist is
 * complete. What is only reserved is captured, and the step waits for the provider (rule 12). A write-off above the limit asks a
 * second person first and leaves the step open until that person has decided (rule 4).
 */
export const confirmAmount = (state: PaymentCase, input: ConfirmAmount, env: Env): Outcome => {
  const refusal = refuse(state, env);
  const run = openRun(state);
  if (refusal || !run) return { ok: false, refusal: refusal ?? { code: 'STEP_NOT_OPEN', step: STEP } };
  const offer = input.paymentId ? null : offeredCapture(state);
  const resolved = offer ? requestCapture(run, offer, input, env) : resolve(state, run, input, env);
  if (!resolved.ok) return resolved;
  const account = offer ? accountOf(offer.attempt) : pick(state, input.paymentId);
  const settled = settleMismatches(state, run, account, input.accepted);
  if (!settled.ok) return settled;
  const checked = completeChecklist(state, run, input.answers);
  if (!checked.ok) return checked;
  return decided(
    [...settled.changes, ...checked.changes, ...resolved.changes],
    [...settled.events, ...checked.events, ...resolved.events],
  );
};

/** What does not agree with any of the payments that wait is put side by side for whoever decides. */
export const prepare = (state: PaymentCase, env: Env): Outcome => {
  const run = openRun(state);
  return run ? raiseMismatches(state, run, waitingAccounts(state), env) : decided([], []);
};

export const advance = (state: PaymentCase, env: Env): Outcome =>
  confirmAmount(state, { paymentId: null, resolution: 'EXACT', reason: null }, env);
