import { describe, expect, it } from 'vitest';
import {
  aDispute,
  anAdjustment,
  anAttempt,
  aPayment,
  aPaymentCase,
  aReceipt,
  aRefund,
  CLERK,
  eur,
  NOW,
} from '../../test/a-payment-case.ts';
import {
  deriveFailure,
  deriveMoneyTrack,
  derivePhases,
  deriveStatus,
  hasMoneyUnderway,
  isStatusFinal,
} from './money-track.ts';
import type { Attempt, Dispute, PaymentCase, Refund } from './payment-case.ts';

const proof = (evidence: string) => ({ at: NOW, evidence });
const later = new Date(NOW.getTime() + 60_000);
const withAttempt = (deviation: Partial<Attempt>) => aPaymentCase({ attempts: [anAttempt(deviation)] });
const paid = (deviation: Partial<PaymentCase> = {}) => aPaymentCase({ payments: [aPayment()], ...deviation });
const refund = (state: Refund['state']): Refund => aRefund({ amount: eur(100), state });
const dispute = (kind: Dispute['kind'], state: Dispute['state']): Dispute => aDispute({ kind, state });
/** 119.00 EUR came, a bank took them back, and this has happened since. */
const returned = (deviation: Partial<PaymentCase> = {}, minor = 11_900) =>
  aPaymentCase({
    payments: [aPayment({ returned: eur(minor) })],
    disputes: [aDispute({ state: 'LOST', amount: eur(minor) })],
    ...deviation,
  });
const writtenOff = (minor: number) => anAdjustment('WRITE_OFF', eur(minor));
const processing = anAttempt({ id: 'other', state: 'PROCESSING' });

describe('the status of a case is the first that applies (rule 2)', () => {
  it.each<[string, PaymentCase, string]>([
    ['nothing has happened', aPaymentCase(), 'REQUESTED'],
    ['the customer has only opened the page', withAttempt({}), 'REQUESTED'],
    ['the customer has chosen', withAttempt({ initiation: proof('card') }), 'INITIATED'],
    [
      'the data match',
      withAttempt({ state: 'REQUIRES_ACTION', initiation: proof('card'), verification: proof('3ds') }),
      'VERIFIED',
    ],
    [
      'the data do not match',
      withAttempt({
        state: 'REQUIRES_ACTION',
        initiation: proof('card'),
        verification: proof('x'),
        verificationFailed: true,
      }),
      'INITIATED',
    ],
    ['the attempt is authorized', withAttempt({ state: 'AUTHORIZED' }), 'APPROVED'],
    ['the attempt is paid and its money still to come', withAttempt({ state: 'SUCCEEDED' }), 'APPROVED'],
    [
      'the last attempt was declined',
      withAttempt({ state: 'DECLINED', initiation: proof('card') }),
      'FAILED',
    ],
    [
      'the last attempt was canceled',
      withAttempt({ state: 'CANCELED', initiation: proof('card') }),
      'REQUESTED',
    ],
    ['the case was canceled', aPaymentCase({ state: 'CANCELED' }), 'CANCELED'],
    ['the provider is at it', withAttempt({ state: 'PROCESSING' }), 'PROCESSING'],
    ['nobody knows', withAttempt({ state: 'UNKNOWN' }), 'UNKNOWN'],
    ['money has come', paid(), 'SETTLED'],
    ['money has come for a canceled case', paid({ state: 'CANCELED' }), 'SETTLED'],
    ['money has come and more is under way', paid({ attempts: [processing] }), 'PROCESSING'],
    ['a refund is only asked for', paid({ refunds: [refund('REQUESTED')] }), 'SETTLED'],
    ['nobody knows what became of the refund', paid({ refunds: [refund('UNKNOWN')] }), 'UNKNOWN'],
    [
      'a part was refunded',
      paid({ payments: [aPayment({ refunded: eur(100) })], refunds: [refund('SUCCEEDED')] }),
      'PARTIALLY_REFUNDED',
    ],
    [
      'all was refunded',
      paid({ payments: [aPayment({ refunded: eur(11_900) })], refunds: [refund('SUCCEEDED')] }),
      'REFUNDED',
    ],
    ['a card is disputed', paid({ disputes: [dispute('CARD', 'OPEN')] }), 'DISPUTED'],
    ['a disputed card is won', paid({ disputes: [dispute('CARD', 'WON')] }), 'SETTLED'],
    ['a disputed card is lost', returned(), 'RETURNED'],
    ['a part of a payment is lost', returned({}, 1_900), 'RETURNED'],
    [
      'after a return some of it has come again',
      returned({ payments: [...returned().payments, aPayment({ id: 'new', amount: eur(500) })] }),
      'RETURNED',
    ],
    [
      'after a return other money covers the claim',
      returned({ payments: [...returned().payments, aPayment({ id: 'new' })] }),
      'SETTLED',
    ],
    [
      'the rest of a returned payment was written off',
      returned({ adjustments: [writtenOff(1_900)] }, 1_900),
      'SETTLED',
    ],
    [
      'all of a returned payment was written off',
      returned({ adjustments: [writtenOff(11_900)] }),
      'RETURNED',
    ],
    ['only credit was taken back', returned({ amountDue: eur(10_000) }, 1_900), 'SETTLED'],
    [
      'a dispute goes before what is processing',
      paid({ attempts: [processing], disputes: [dispute('CARD', 'OPEN')] }),
      'DISPUTED',
    ],
    [
      'what is unknown goes before a dispute',
      paid({ attempts: [anAttempt({ state: 'UNKNOWN' })], disputes: [dispute('CARD', 'OPEN')] }),
      'UNKNOWN',
    ],
    ['what is processing goes before a return', returned({ attempts: [processing] }), 'PROCESSING'],
  ])('%s', (_when, state, status) => {
    expect(deriveStatus(state)).toBe(status);
  });

  it('goes by the newest attempt', () => {
    const attempts = [
      anAttempt({ id: 'new', createdAt: later, initiation: proof('card') }),
      anAttempt({ state: 'DECLINED' }),
    ];
    expect(deriveStatus(aPaymentCase({ attempts }))).toBe('INITIATED');
  });

  it('is final unless it is unknown or under way (rule 4)', () => {
    expect(isStatusFinal(paid())).toBe(true);
    expect(isStatusFinal(withAttempt({ state: 'UNKNOWN' }))).toBe(false);
    expect(isStatusFinal(withAttempt({ state: 'PROCESSING' }))).toBe(false);
  });
});

describe('the four phases (rule 3)', () => {
  const states = (state: PaymentCase) =>
    derivePhases(state).map(({ phase, state: done }) => `${phase} ${done}`);

  it('are all to come at the start', () => {
    expect(states(aPaymentCase())).toEqual([
      'INITIATION PENDING',
      'VERIFICATION PENDING',
      'APPROVAL PENDING',
      'SETTLEMENT PENDING',
    ]);
  });

  it('have each their own time and evidence', () => {
    const attempt = anAttempt({
      state: 'SUCCEEDED',
      initiation: proof('stripe:card'),
      verification: { at: later, evidence: '3ds' },
      approval: { at: later, evidence: 'network' },
    });
    const payment = aPayment({
      attemptId: 'attempt',
      source: 'PROVIDER',
      bookedAt: later,
      evidence: 'stripe:ch_1',
    });
    expect(derivePhases(aPaymentCase({ attempts: [attempt], payments: [payment] }))).toEqual([
      { phase: 'INITIATION', state: 'DONE', at: NOW, evidence: 'stripe:card' },
      { phase: 'VERIFICATION', state: 'DONE', at: later, evidence: '3ds' },
      { phase: 'APPROVAL', state: 'DONE', at: later, evidence: 'network' },
      { phase: 'SETTLEMENT', state: 'DONE', at: later, evidence: 'stripe:ch_1' },
    ]);
  });

  it('show that the holder differs, until a person has accepted it', () => {
    const attempts = [anAttempt({ state: 'SUCCEEDED', verification: { at: later, evidence: '3ds' } })];
    const payments = [aPayment({ source: 'PROVIDER', attemptId: 'attempt', payer: 'Erika Fremd' })];
    const verification = (discrepancies: PaymentCase['discrepancies']) =>
      derivePhases(aPaymentCase({ attempts, payments, discrepancies }))[1];
    expect(verification([])).toMatchObject({ state: 'FAILED', at: later, evidence: 'holder:differs' });
    const raised = { id: 'd', step: 'CONFIRM_AMOUNT', run: 1, key: 'holder', expected: null } as const;
    const about = { ...raised, found: 'Erika Fremd' };
    expect(verification([{ ...about, state: 'OPEN', resolution: null }])).toMatchObject({ state: 'FAILED' });
    expect(verification([{ ...about, state: 'RESOLVED', resolution: 'ACCEPT' }])).toMatchObject({
      ...{ state: 'DONE', evidence: '3ds' },
    });
  });

  it('say where it failed', () => {
    const declined = {
      state: 'DECLINED',
      initiation: proof('card'),
      approval: proof('declined_by_network'),
    } as const;
    expect(states(withAttempt(declined))).toEqual([
      'INITIATION DONE',
      'VERIFICATION PENDING',
      'APPROVAL FAILED',
      'SETTLEMENT PENDING',
    ]);
    expect(states(withAttempt({ verification: proof('checks=fail'), verificationFailed: true }))[1]).toBe(
      'VERIFICATION FAILED',
    );
  });

  it('are all proved by a credit at the bank', () => {
    const receipt = aReceipt(CLERK);
    expect(
      derivePhases(aPaymentCase({ payments: [receipt] })).every(
        ({ state, evidence }) => state === 'DONE' && evidence === receipt.evidence,
      ),
    ).toBe(true);
  });
});

describe('a failed attempt', () => {
  const failed = (code: string) =>
    withAttempt({ state: 'DECLINED', failure: { code, message: 'Nein', ref: null } });

  it('says why, and what can be done next', () => {
    expect(deriveFailure(failed('insufficient_funds'))).toEqual({
      code: 'insufficient_funds',
      message: 'Nein',
      nextActions: ['RETRY', 'OTHER_METHOD', 'REMIND', 'CANCEL'],
      nextTryAt: null,
    });
    expect(deriveFailure(failed('stolen_card'))?.nextActions).toEqual(['OTHER_METHOD', 'REMIND', 'CANCEL']);
  });

  it('is forgotten with the next attempt', () => {
    const attempts = [...failed('x').attempts, anAttempt({ id: 'next', createdAt: later })];
    expect(deriveMoneyTrack(aPaymentCase({ attempts })).failure).toBeNull();
  });
});

describe('money under way', () => {
  it.each([
    ['PROCESSING', true],
    ['UNKNOWN', true],
    ['AUTHORIZED', true],
    ['SUCCEEDED', true],
    ['CREATED', false],
    ['REQUIRES_ACTION', false],
    ['DECLINED', false],
    ['CANCELED', false],
  ] as const)('%s: %s', (state, expected) => {
    expect(hasMoneyUnderway(withAttempt({ state }))).toBe(expected);
  });

  it('has arrived once its payment is booked', () => {
    const attempts = [anAttempt({ state: 'SUCCEEDED' })];
    expect(hasMoneyUnderway(aPaymentCase({ attempts, payments: [aPayment({ attemptId: 'attempt' })] }))).toBe(
      false,
    );
  });
});
