import { isUnsettled } from '../payments/dispute-edges.ts';
import { plannedCharge } from '../payments/planned-charge.ts';
import { amountCollectable } from './balance.ts';
import { decided, type Env, type Outcome } from './decision.ts';
import { isDeliverable } from './deliverable.ts';
import { guard } from './guard.ts';
import { hasMoneyUnderway } from './money-track.ts';
import type { PaymentCase } from './payment-case.ts';
import type { Refusal } from './refusal.ts';

const TEMPLATE = 'reminder' as const;

/** One that came back, or never went out, has reminded nobody. */
const hasReminded = ({ messages }: PaymentCase): boolean =>
  messages.some(({ template, state }) => template === TEMPLATE && state !== 'BOUNCED' && state !== 'FAILED');

/** Nobody is reminded of what is not due, is on its way, is in dispute or is collected by itself. */
export const refuseReminder = (
  state: PaymentCase,
  { actor, today }: Pick<Env, 'actor' | 'today'>,
): Refusal | null => {
  const refusal = guard(state, actor, 'REMIND_CUSTOMER');
  if (refusal) return refusal;
  if (amountCollectable(state).minor <= 0n) return { code: 'NOTHING_OPEN' };
  if (today <= state.dueOn) return { code: 'NOT_OVERDUE' };
  if (state.disputes.some(isUnsettled)) return { code: 'DISPUTE_OPEN' };
  if (hasMoneyUnderway(state)) return { code: 'ATTEMPT_IN_FLIGHT', unblockedBy: 'PROVIDER' };
  if (plannedCharge(state)) return { code: 'CHARGE_PLANNED' };
  if (!isDeliverable(state)) return { code: 'ADDRESS_NOT_DELIVERABLE' };
  return hasReminded(state) ? { code: 'ALREADY_REMINDED' } : null;
};

/**
 * Reminds the customer of an overdue claim, kindly, at no cost and once (rule 23). What follows a reminder that did not
 * help has a price and conditions of its own (§ 286, § 288 BGB) and is not this.
 */
export const remindCustomer = (state: PaymentCase, _input: object, env: Env): Outcome => {
  const refusal = refuseReminder(state, env);
  if (refusal) return { ok: false, refusal };
  return decided(
    [{ type: 'queue-message', template: TEMPLATE, subjectId: state.id, to: 'CUSTOMER' }],
    [{ type: 'payment.reminded', data: { minor: amountCollectable(state).minor.toString() } }],
  );
};
