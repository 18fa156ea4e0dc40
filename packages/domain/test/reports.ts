import type { ProviderReport } from '../src/payments/apply-attempt.ts';
import type { DisputeReport } from '../src/payments/apply-dispute.ts';
import type { Attempt, AttemptState, CasePayment } from '../src/workflow/payment-case.ts';
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
  authorization:
    state === 'AUTHORIZED' ? { expiresAt: new Date('2026-11-30T10:00:00Z'), payer: 'J. Müßig' } : null,
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

/** What a provider says about a payment that has just been disputed, for 20.00 EUR and with time to answer. */
export const aDisputeReport = (
  { id: paymentId, amount }: Pick<CasePayment, 'id' | 'amount'>,
  deviation: Partial<DisputeReport> = {},
): DisputeReport => ({
  ...{ paymentId, amount, providerRef: `du_${paymentId}`, reason: 'fraudulent' },
  state: 'OPEN',
  isWithdrawn: true,
  isReinstated: false,
  fee: eur(2_000),
  dueBy: new Date('2026-12-09T23:59:59Z'),
  needsResponse: true,
  ...deviation,
});

/** What it says in the end: a lost dispute costs its fee, a won one brings money and fee back. */
export const aVerdict = (state: 'WON' | 'LOST'): Partial<DisputeReport> => ({
  state,
  isReinstated: state === 'WON',
  needsResponse: false,
  ...(state === 'WON' ? { fee: eur(0) } : {}),
});
