import type { ProviderReport } from '../src/payments/apply-attempt.ts';
import type { Attempt, AttemptState } from '../src/workflow/payment-case.ts';
import { eur, TODAY } from './a-payment-case.ts';

const PROVED: readonly AttemptState[] = ['PROCESSING', 'AUTHORIZED', 'SUCCEEDED'];

/** What a provider would say about an attempt in this state; a success comes with its money unless told otherwise. */
export const aReport = (
  attempt: Pick<Attempt, 'id' | 'amount'>,
  state: AttemptState,
  deviation: Partial<ProviderReport> = {},
): ProviderReport => ({
  attemptId: attempt.id,
  state,
  providerRef: `pi_${attempt.id}`,
  failure:
    state === 'DECLINED'
      ? { code: 'insufficient_funds', message: 'Karte nicht gedeckt', ref: `ch_${attempt.id}` }
      : null,
  initiation: state === 'CREATED' || state === 'CANCELED' ? null : 'stripe:card',
  verification: PROVED.includes(state)
    ? { passed: true, evidence: 'card:checks=ok,3ds=authenticated' }
    : null,
  approval: PROVED.includes(state) ? 'network:approved_by_network' : null,
  settlement:
    state === 'SUCCEEDED'
      ? {
          chargeRef: `ch_${attempt.id}`,
          amount: attempt.amount,
          fee: eur(200),
          feeRef: `txn_${attempt.id}`,
          valueOn: TODAY,
          availableOn: TODAY,
          payer: 'J. Müßig',
          evidence: `stripe:ch_${attempt.id}`,
        }
      : null,
  ...deviation,
});
