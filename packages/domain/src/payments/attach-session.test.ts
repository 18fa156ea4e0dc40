import { describe, expect, it } from 'vitest';
import { anAttempt, anEnv, aPaymentCase } from '../../test/a-payment-case.ts';
import { decisionOf, refusalOf } from '../../test/outcome.ts';
import type { Attempt } from '../workflow/payment-case.ts';
import { attachSession } from './attach-session.ts';

const session = { sessionRef: 'cs_1', sessionUrl: 'https://pay.example/cs_1' };
const attach = (deviation: Partial<Attempt> = {}, attemptId = 'attempt') =>
  decisionOf(
    attachSession(aPaymentCase({ attempts: [anAttempt(deviation)] }), { attemptId, ...session }, anEnv()),
  ).changes;

describe('attachSession', () => {
  it('remembers where the customer pays', () => {
    expect(attach()).toMatchObject([{ type: 'update-attempt', id: 'attempt', patch: session }]);
  });

  it('changes nothing that is known, and nothing of another attempt', () => {
    expect(attach({ sessionRef: 'cs_1' })).toEqual([]);
    expect(attach({}, 'other')).toEqual([]);
  });

  it('leads nobody to the page of an attempt that was canceled in between', () => {
    const state = aPaymentCase({ attempts: [anAttempt({ state: 'CANCELED' })] });
    expect(refusalOf(attachSession(state, { attemptId: 'attempt', ...session }, anEnv()))).toBe(
      'ATTEMPT_OVER',
    );
  });
});
