import { isFullyCovered } from '../balance.ts';
import { type Change, decided, type Env, type Outcome, type SmsTemplate } from '../decision.ts';
import { isDeliverable } from '../deliverable.ts';
import { type Assessment, CLEAN, guard, stop } from '../guard.ts';
import type { PaymentCase } from '../payment-case.ts';
import { afterNotification, finish, openRun } from '../progress.ts';
import type { Refusal } from '../refusal.ts';

const STEP = 'NOTIFY_CUSTOMER' as const;

export const refuse = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'NOTIFY_CUSTOMER', STEP);

/** Which message this run sends: the receipt when the claim is settled, otherwise what has been received and what is left. */
export const notification = (
  state: PaymentCase,
): { readonly template: SmsTemplate; readonly subjectId: string } | null => {
  const paymentId = openRun(state)?.subject.paymentId;
  if (!paymentId) return null;
  const template = isFullyCovered(state) ? 'receipt' : 'partial-received';
  const sent = state.messages.some(
    (message) => message.template === template && message.subjectId === paymentId,
  );
  return sent ? null : { template, subjectId: paymentId };
};

const wantsSms = ({ customer: { data } }: PaymentCase): boolean => data.wantsSms && data.phone !== null;

/**
 * Tells the customer once per payment: by mail, and by SMS where one is wanted (rule 23). A person may go on without a
 * mail where none can be delivered.
 */
export const notifyCustomer = (state: PaymentCase, env: Env): Outcome => {
  const refusal = refuse(state, env);
  const run = openRun(state);
  if (refusal || !run) return { ok: false, refusal: refusal ?? { code: 'STEP_NOT_OPEN', step: STEP } };
  const message = notification(state);
  const [next, nextEvent] = afterNotification(state);
  const ways: Change[] = [];
  if (message && isDeliverable(state)) ways.push({ type: 'queue-message', ...message, to: 'CUSTOMER' });
  if (message && wantsSms(state)) ways.push({ type: 'queue-sms', ...message });
  if (message && ways.length === 0) {
    const [skipped, skippedEvent] = finish(run, 'SKIPPED', 'ADDRESS_NOT_DELIVERABLE');
    return decided([skipped, next], [skippedEvent, nextEvent]);
  }
  const [done, doneEvent] = finish(run, 'DONE', message ? null : 'NOTHING_TO_SEND');
  return decided([...ways, done, next], [doneEvent, nextEvent]);
};

export const assess = (state: PaymentCase): Assessment =>
  isDeliverable(state) || !notification(state) ? CLEAN : stop('ADDRESS_NOT_DELIVERABLE');

export const advance = notifyCustomer;
