import { describe, expect, it } from 'vitest';
import { anAttempt, anEnv, aPaymentCase } from '../../test/a-payment-case.ts';
import { decisionOf } from '../../test/outcome.ts';
import type { Attempt } from '../workflow/payment-case.ts';
import { attachSession } from './attach-session.ts';

const session = { sessionRef: 'cs_1', sessionUrl: 'https://pay.example/cs_1' };
const attach = (deviation: Partial<Attempt> = {}, attemptId = 'attempt') =>
  decisionOf(
    attachSession(aPaymentCase({ attempts: [anAttempt(deviation)] }), { attemptId, ...session }, anEnv()),
  ).changes;

describe('attachSession', () => {
  it('remembers where the customer pays', () => {
    expect(attach()).toEqual([{ type: 'update-attempt', id: 'attempt', patch: session }]);
  });

  it('changes nothing that is known, and nothing of another attempt', () => {
    expect(attach({ sessionRef: 'cs_1' })).toEqual([]);
    expect(attach({}, 'other')).toEqual([]);
  });
});
