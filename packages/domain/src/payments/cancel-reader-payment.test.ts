import { describe, expect, it } from 'vitest';
import { ADVISER, anAttempt, anEnv, aPaymentCase, as, CLERK, CUSTOMER } from '../../test/a-payment-case.ts';
import { changesOf, eventsOf, refusalOf } from '../../test/outcome.ts';
import type { Attempt } from '../workflow/payment-case.ts';
import { cancelReaderPayment } from './cancel-reader-payment.ts';

const cancel = (deviation: Partial<Attempt> = {}, actor = as(CLERK)) =>
  cancelReaderPayment(
    aPaymentCase({
      channel: 'IN_PERSON',
      attempts: [anAttempt({ via: 'READER', readerId: 'counter', ...deviation })],
    }),
    anEnv({ actor }),
  );

describe('cancelReaderPayment', () => {
  it.each(['CREATED', 'REQUIRES_ACTION', 'DECLINED'] as const)(
    'ends an attempt that is %s, and has the provider clear the display',
    (state) => {
      expect(changesOf(cancel({ state }), 'update-attempt')).toMatchObject([
        { patch: { state: 'CANCELED' } },
      ]);
      expect(changesOf(cancel({ state }), 'request-job')).toMatchObject([{ job: 'cancel-attempt' }]);
      expect(eventsOf(cancel({ state }))).toEqual(['attempt.changed']);
    },
  );

  it.each(['PROCESSING', 'UNKNOWN', 'AUTHORIZED', 'SUCCEEDED', 'CANCELED'] as const)(
    'leaves one that is %s to the provider',
    (state) => {
      expect(refusalOf(cancel({ state }))).toBe('NOTHING_AT_READER');
    },
  );

  it('leaves alone what the customer pays elsewhere', () => {
    expect(refusalOf(cancel({ via: 'HOSTED_PAGE', readerId: null }))).toBe('NOTHING_AT_READER');
  });

  it('is refused to whoever may not collect', () => {
    for (const actor of [CUSTOMER, as(ADVISER)])
      expect(refusalOf(cancel({}, actor))).toBe('ROLE_NOT_ALLOWED');
  });
});
