import { describe, expect, it } from 'vitest';
import { aKnownCustomer, anEnv, anOrganization, aPaymentCase, TODAY } from '../../test/a-payment-case.ts';
import { changesOf, decisionOf, eventsOf } from '../../test/outcome.ts';
import { aMethod } from '../../test/stored-methods.ts';
import { SYSTEM } from './actor.ts';
import { announceExpiry } from './announce-expiry.ts';
import type { PaymentCase, StoredMethod } from './payment-case.ts';

const announce = (method: Partial<StoredMethod> = {}, rest: Partial<PaymentCase> = {}) => {
  const methods = [aMethod({ expiresOn: '2026-12-20', noticeOn: TODAY, ...method })];
  const input = { methodId: 'method', linkId: 'link' };
  return announceExpiry(aPaymentCase({ methods, ...rest }), input, anEnv({ actor: SYSTEM }));
};

describe('a card that expires soon', () => {
  it('is told of with a link for storing another, and the next notice is planned', () => {
    expect(decisionOf(announce()).changes).toEqual([
      { type: 'plan-notice', methodId: 'method', noticeOn: '2026-12-13' },
      { type: 'create-link', id: 'link', purpose: 'METHOD', days: 14 },
      { type: 'queue-message', template: 'method-expiring', subjectId: 'link', to: 'CUSTOMER' },
    ]);
    expect(eventsOf(announce())).toEqual(['method.expiring']);
  });

  it('is told of on a case that is over, too, and the second time is the last', () => {
    const outcome = announce({ expiresOn: '2026-11-30' }, { state: 'CLOSED', runs: [] });
    expect(changesOf(outcome, 'plan-notice')).toMatchObject([{ noticeOn: null }]);
    expect(changesOf(outcome, 'queue-message')).toHaveLength(1);
  });

  it.each<[string, Partial<StoredMethod>]>([
    ['it is not due', { noticeOn: '2026-11-24' }],
    ['it has been told', { noticeOn: null }],
    ['the card is no longer in use', { state: 'RETIRED' }],
  ])('is left alone when %s', (_when, method) => {
    expect(decisionOf(announce(method)).changes).toEqual([]);
  });

  it('is not told of when it has expired meanwhile', () => {
    expect(decisionOf(announce({ expiresOn: '2026-11-22' })).changes).toMatchObject([
      { type: 'plan-notice', noticeOn: null },
    ]);
  });

  it.each<[string, Partial<PaymentCase>]>([
    ['mails come back', { customer: aKnownCustomer({ emailBounced: true }) }],
    ['no provider could store another', { organization: anOrganization({ hasProvider: false }) }],
  ])('becomes a task when %s', (_when, rest) => {
    const outcome = announce({}, rest);
    expect(changesOf(outcome, 'create-task')).toMatchObject([{ reason: 'METHOD_EXPIRES' }]);
    expect(changesOf(outcome, 'queue-message')).toEqual([]);
  });
});
