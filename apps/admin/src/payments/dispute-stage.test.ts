import { describe, expect, it } from 'vitest';
import { disputeNext, disputeStage } from './dispute-stage.ts';

type Seen = Parameters<typeof disputeStage>[0];
const open: Seen = {
  kind: 'CARD',
  state: 'OPEN',
  needsResponse: true,
  isInquiry: false,
  reinstatedAt: null,
  response: null,
};
const response = (state: 'RECORDED' | 'SENT' | 'FAILED'): Pick<Seen, 'response'> => ({
  response: {
    kind: 'EVIDENCE',
    state,
    statement: null,
    failureCode: null,
    failureMessage: null,
    at: '',
    by: { kind: 'MEMBER', name: 'Carl' },
  },
});

describe('what a dispute waits for', () => {
  it.each<[string, Partial<Seen>, string]>([
    ['an answer', {}, 'TO_ANSWER'],
    ['an answer to an inquiry', { isInquiry: true }, 'ASKED'],
    ['the provider to get the answer', response('RECORDED'), 'ON_ITS_WAY'],
    ['another answer, when the provider has refused one', response('FAILED'), 'TO_ANSWER'],
    ['the bank', { needsResponse: false, ...response('SENT') }, 'WITH_BANK'],
    ['money, when it was won', { state: 'WON' }, 'WON_UNPAID'],
    ['nothing, once that is back', { state: 'WON', reinstatedAt: '2026-11-27' }, 'WON'],
    ['nothing, when an inquiry is over', { state: 'WON', isInquiry: true }, 'WON'],
    ['nothing, when it was lost', { state: 'LOST' }, 'LOST'],
    ['nothing, when a debit came back', { state: 'LOST', kind: 'DEBIT_RETURN' }, 'RETURNED'],
  ])('%s', (_what, deviation, stage) => {
    expect(disputeStage({ ...open, ...deviation })).toBe(stage);
  });
});

describe('what is said of a dispute', () => {
  it.each([
    ['LOST', '11900', 'LOST'],
    ['LOST', '0', 'LOST_COVERED'],
    ['RETURNED', '1', 'RETURNED'],
    ['RETURNED', '0', 'RETURNED_COVERED'],
    ['WITH_BANK', '0', 'WITH_BANK'],
  ] as const)('that is %s while %s is open', (stage, open, next) => {
    expect(disputeNext(stage, open)).toBe(next);
  });
});
