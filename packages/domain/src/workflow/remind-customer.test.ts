import { describe, expect, it } from 'vitest';
import {
  aKnownCustomer,
  anAttempt,
  anEnv,
  aPaymentCase,
  as,
  CLERK,
  fullyPaid,
  TODAY,
} from '../../test/a-payment-case.ts';
import { changesOf, decisionOf, eventsOf, refusalOf } from '../../test/outcome.ts';
import { run, worldOf } from '../../test/simulate.ts';
import { addDays } from './calendar.ts';
import type { PaymentCase } from './payment-case.ts';
import { remindCustomer } from './remind-customer.ts';

const overdue = (deviation: Partial<PaymentCase> = {}) =>
  aPaymentCase({ at: 'CONFIRM_AMOUNT', dueOn: addDays(TODAY, -1), ...deviation });
const remind = (deviation: Partial<PaymentCase> = {}) => remindCustomer(overdue(deviation), {}, anEnv());

describe('remindCustomer (rule 23)', () => {
  it('sends one mail about an overdue claim', () => {
    expect(changesOf(remind(), 'queue-message')).toMatchObject([
      { template: 'reminder', subjectId: 'case', to: 'CUSTOMER' },
    ]);
    expect(eventsOf(remind())).toEqual(['payment.reminded']);
    expect(decisionOf(remind()).changes).toHaveLength(1);
  });

  it('reminds once, and again only when the first one never reached anybody', () => {
    const once = run(worldOf(overdue()), as(CLERK), 'remindCustomer', {});
    expect(refusalOf(remindCustomer(once.state, {}, anEnv()))).toBe('ALREADY_REMINDED');
    const told = { template: 'reminder', subjectId: 'case' } as const;
    expect(refusalOf(remind({ messages: [{ ...told, state: 'DELIVERED' }] }))).toBe('ALREADY_REMINDED');
    for (const state of ['BOUNCED', 'FAILED'] as const)
      expect(decisionOf(remind({ messages: [{ ...told, state }] })).changes).toHaveLength(1);
  });

  it.each<[string, Partial<PaymentCase>, string]>([
    ['is due today', { dueOn: TODAY }, 'NOT_OVERDUE'],
    ['is paid', fullyPaid(), 'NOTHING_OPEN'],
    ['is being paid', { attempts: [anAttempt({ state: 'PROCESSING' })] }, 'ATTEMPT_IN_FLIGHT'],
    [
      'is debited by itself',
      {
        attempts: [
          anAttempt({
            via: 'STORED_METHOD',
            charge: { methodId: 'method', tryNumber: 1, at: new Date('2026-11-25T09:00:00Z') },
          }),
        ],
      },
      'CHARGE_PLANNED',
    ],
    ['is over', { state: 'CANCELED' }, 'CASE_NOT_OPEN'],
    ['reaches nobody', { customer: aKnownCustomer({ emailBounced: true }) }, 'ADDRESS_NOT_DELIVERABLE'],
  ])('is refused for a claim that %s', (_what, deviation, code) => {
    expect(refusalOf(remind(deviation))).toBe(code);
  });
});
