import { decided, type Env, type Outcome } from './decision.ts';
import { isDeliverable } from './deliverable.ts';
import { guard } from './guard.ts';
import type { PaymentCase } from './payment-case.ts';
import type { Refusal } from './refusal.ts';

export interface RequestCustomerData {
  /** The recorded link under which the customer gives what is missing. */
  readonly linkId: string;
}

export const refuseRequestData = (state: PaymentCase, env: Pick<Env, 'actor'>): Refusal | null =>
  guard(state, env.actor, 'REQUEST_CUSTOMER_DATA', 'VERIFY_CUSTOMER_DATA') ??
  (isDeliverable(state) ? null : { code: 'ADDRESS_NOT_DELIVERABLE', step: 'VERIFY_CUSTOMER_DATA' });

/** Asks the customer by mail for what the checks of step 2 found missing or wrong. */
export const requestCustomerData = (
  state: PaymentCase,
  { linkId }: RequestCustomerData,
  env: Env,
): Outcome => {
  const refusal = refuseRequestData(state, env);
  if (refusal) return { ok: false, refusal };
  return decided(
    [
      { type: 'create-link', id: linkId, purpose: 'DATA' },
      { type: 'queue-message', template: 'data-request', subjectId: linkId, to: 'CUSTOMER' },
    ],
    [{ type: 'data.requested', data: { linkId } }],
  );
};
