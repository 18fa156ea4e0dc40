import { expect, test } from 'vitest';
import { situationOf } from './situation.ts';

const page = (
  change: Partial<Parameters<typeof situationOf>[0]> = {},
): Parameters<typeof situationOf>[0] => ({
  state: 'OPEN',
  amountOpen: { minor: '10000', currency: 'EUR' },
  amountReceived: { minor: '0', currency: 'EUR' },
  moneyTrack: { status: 'REQUESTED', phases: [], failure: null },
  refusal: null,
  amountReserved: null,
  ...change,
});

const track = (status: 'PROCESSING' | 'FAILED' | 'REQUESTED' | 'SETTLED', failed = false) => ({
  status,
  phases: [],
  failure: failed ? { code: 'card_declined', nextActions: [], nextTryAt: null } : null,
});

test('an open claim can be paid', () => {
  expect(situationOf(page(), false)).toBe('PAY');
});

test('whoever comes back from the provider is not asked to pay again while the report is on its way', () => {
  expect(situationOf(page(), true)).toBe('CONFIRMING');
});

test('a declined attempt says so, also right after coming back', () => {
  expect(situationOf(page({ moneyTrack: track('FAILED', true) }), true)).toBe('FAILED');
});

test('a debit that takes days is not offered for payment again', () => {
  expect(situationOf(page({ moneyTrack: track('PROCESSING') }), false)).toBe('PROCESSING');
});

test('whoever has come back before what was reserved is released may pay anew', () => {
  const begun = { phase: 'INITIATION', state: 'DONE', at: null, evidence: null } as const;
  const moneyTrack = { ...track('REQUESTED'), phases: [begun] };
  expect(situationOf(page({ moneyTrack }), true)).toBe('PAY');
});

test('what is only reserved has not been paid, and is not asked for again', () => {
  const amountReserved = { minor: '10000', currency: 'EUR' };
  expect(situationOf(page({ amountReserved }), true)).toBe('RESERVED');
});

test('when nothing is open any more, it is paid', () => {
  const amounts = {
    amountOpen: { minor: '0', currency: 'EUR' },
    amountReceived: { minor: '10000', currency: 'EUR' },
  };
  expect(situationOf(page({ ...amounts, moneyTrack: track('SETTLED') }), false)).toBe('PAID');
});

test('a part that is still open can be paid', () => {
  const part = {
    amountOpen: { minor: '4000', currency: 'EUR' },
    amountReceived: { minor: '6000', currency: 'EUR' },
  };
  expect(situationOf(page({ ...part, moneyTrack: track('SETTLED') }), true)).toBe('PAY');
});

test('a canceled claim owes nothing', () => {
  expect(situationOf(page({ state: 'CANCELED' }), false)).toBe('CANCELED');
});
