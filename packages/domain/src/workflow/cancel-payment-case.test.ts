import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  anAttempt,
  anEnv,
  aPayment,
  aPaymentCase,
  as,
  CLERK,
  CUSTOMER,
  PARTNER,
  runsAt,
} from '../../test/a-payment-case.ts';
import { changesOf, eventsOf, refusalOf } from '../../test/outcome.ts';
import { cancelPaymentCase } from './cancel-payment-case.ts';
import type { AttemptState, PaymentCase } from './payment-case.ts';

const cancel = (deviation: Partial<PaymentCase> = {}, actor = as(CLERK), reason = 'Irrtum') =>
  cancelPaymentCase(aPaymentCase({ at: 'CONFIRM_AMOUNT', ...deviation }), { reason }, anEnv({ actor }));

describe('cancelPaymentCase (rule 4)', () => {
  it('ends the case, what is open and planned of it, and its tasks', () => {
    const tasks = [
      { id: 'open', kind: 'PAYMENT', reason: null, state: 'OPEN', assigneeId: null },
      { id: 'done', kind: 'EXCEPTION', reason: 'X', state: 'DONE', assigneeId: null },
    ] as const;
    const outcome = cancel({ tasks });
    const skipped = changesOf(outcome, 'finish-step');
    expect(skipped.map(({ step }) => step)).toEqual([
      'CONFIRM_AMOUNT',
      'RECORD_PAYMENT',
      'UPDATE_PAYMENT_STATUS',
      'NOTIFY_CUSTOMER',
      'CLOSE_PAYMENT_TASK',
    ]);
    expect(skipped.every(({ state, reason }) => state === 'SKIPPED' && reason === 'CANCELED')).toBe(true);
    expect(changesOf(outcome, 'finish-task').map(({ id }) => id)).toEqual(['open']);
    expect(changesOf(outcome, 'cancel')).toEqual([{ type: 'cancel', reason: 'Irrtum' }]);
    expect(eventsOf(outcome)).toEqual(['case.canceled']);
  });

  it('takes the issued invoice back by its Storno', () => {
    const invoices = [
      { id: 'invoice', kind: 'INVOICE', state: 'ISSUED', number: 'RE-2026-0001', issuedOn: '2026-11-23' },
    ] as const;
    expect(changesOf(cancel({ invoices }), 'cancel-invoice')).toMatchObject([{ id: 'invoice' }]);
    expect(eventsOf(cancel({ invoices }))).toEqual(['invoice.canceled', 'case.canceled']);
  });

  it('takes a posted claim without a document back, and none that has not been posted', () => {
    const external = { invoicing: 'EXTERNAL' } as const;
    expect(changesOf(cancel(external), 'post').map(({ entry }) => [entry.source, entry.purpose])).toEqual([
      ['case:case', 'STORNO'],
    ]);
    expect(changesOf(cancel({ ...external, runs: runsAt('CREATE_PAYMENT_TASK') }), 'post')).toEqual([]);
  });

  it.each<[AttemptState, 'canceled' | 'left' | 'refused']>([
    ['CREATED', 'canceled'],
    ['REQUIRES_ACTION', 'canceled'],
    ['DECLINED', 'canceled'],
    ['CANCELED', 'left'],
    ['PROCESSING', 'refused'],
    ['UNKNOWN', 'refused'],
    ['AUTHORIZED', 'refused'],
    ['SUCCEEDED', 'refused'],
  ])('with an attempt that is %s: %s', (state, expected) => {
    const outcome = cancel({ attempts: [anAttempt({ state })] });
    if (expected === 'refused') return expect(refusalOf(outcome)).toBe('ATTEMPT_IN_FLIGHT');
    expect(changesOf(outcome, 'update-attempt')).toHaveLength(expected === 'canceled' ? 1 : 0);
    expect(changesOf(outcome, 'request-job')).toHaveLength(expected === 'canceled' ? 1 : 0);
  });

  it('is refused once money has come, a second time, without a reason', () => {
    expect(refusalOf(cancel({ payments: [aPayment()] }))).toBe('CASE_NOT_CANCELABLE_MONEY_RECEIVED');
    expect(refusalOf(cancel({ state: 'CANCELED', runs: [] }))).toBe('CASE_NOT_OPEN');
    expect(refusalOf(cancel({}, as(CLERK), '  '))).toBe('REASON_REQUIRED');
  });

  it('is for the desk and for keys', () => {
    expect(refusalOf(cancel({}, PARTNER))).toBeNull();
    for (const actor of [as(ADVISER), CUSTOMER])
      expect(refusalOf(cancel({}, actor))).toBe('ROLE_NOT_ALLOWED');
  });
});
