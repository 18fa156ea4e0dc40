import { describe, expect, it } from 'vitest';
import {
  aKnownCustomer,
  anAllocation,
  anEnv,
  aPayment,
  aPaymentCase,
  as,
  CLERK,
  eur,
  fullyPaid,
  PARTNER,
  runsAt,
} from '../../../test/a-payment-case.ts';
import { changesOf, refusalOf, stepsOf } from '../../../test/outcome.ts';
import { aCompany } from '../../customers/customer.fixture.ts';
import type { PaymentCase } from '../payment-case.ts';
import { assess, notifyCustomer } from './notify-customer.ts';

const at = 'NOTIFY_CUSTOMER' as const;
const notify = (state: PaymentCase, actor = as(CLERK)) => notifyCustomer(state, anEnv({ actor }));
const about = (paymentId: string | null) => runsAt(at, { subject: { paymentId, decision: null } });

const paid = (deviation: Partial<PaymentCase> = {}) =>
  aPaymentCase({ ...fullyPaid(), runs: about('payment'), ...deviation });

/** 90.00 of 119.00 EUR are recorded. */
const partlyPaid = (deviation: Partial<PaymentCase> = {}) =>
  paid({
    payments: [aPayment({ amount: eur(9_000), allocated: eur(9_000) })],
    allocations: [anAllocation(eur(9_000), { id: 'allocation', paymentId: 'payment' })],
    ...deviation,
  });

const unreachable = [
  ['has no address', aKnownCustomer({ data: aCompany({ email: null }) })],
  ['has an address from which mail has bounced', aKnownCustomer({ emailBounced: true })],
] as const;

describe('notifyCustomer', () => {
  it('sends the receipt of a settled claim and opens the end', () => {
    expect(changesOf(notify(paid()), 'queue-message')).toMatchObject([
      { template: 'receipt', subjectId: 'payment', to: 'CUSTOMER' },
    ]);
    expect(stepsOf(notify(paid()))).toEqual(['DONE NOTIFY_CUSTOMER 1', 'OPEN CLOSE_PAYMENT_TASK 1']);
  });

  it('tells what has been received of a part, and waits for the rest in a new run of step 6', () => {
    expect(changesOf(notify(partlyPaid()), 'queue-message')).toMatchObject([
      { template: 'partial-received' },
    ]);
    expect(stepsOf(notify(partlyPaid()))).toEqual(['DONE NOTIFY_CUSTOMER 1', 'OPEN CONFIRM_AMOUNT 2']);
  });

  it('sends an SMS beside the mail to whoever wants one, and the SMS alone where mail cannot be delivered', () => {
    const data = aCompany({ wantsSms: true, phone: '+4915112345678' });
    const wanting = paid({ customer: aKnownCustomer({ data }) });
    expect(changesOf(notify(wanting), 'queue-message')).toHaveLength(1);
    expect(changesOf(notify(wanting), 'queue-sms')).toMatchObject([
      { template: 'receipt', subjectId: 'payment' },
    ]);
    const bounced = notify(paid({ customer: aKnownCustomer({ data, emailBounced: true }) }));
    expect(changesOf(bounced, 'queue-message')).toEqual([]);
    expect(changesOf(bounced, 'queue-sms')).toHaveLength(1);
    expect(changesOf(bounced, 'finish-step')).toMatchObject([{ state: 'DONE', reason: null }]);
  });

  it('sends no SMS to whoever does not want one, or has given no phone', () => {
    for (const data of [
      aCompany({ wantsSms: false, phone: '+4915112345678' }),
      aCompany({ wantsSms: true, phone: null }),
    ])
      expect(changesOf(notify(paid({ customer: aKnownCustomer({ data }) })), 'queue-sms')).toEqual([]);
  });

  it('goes on with the next payment that waits', () => {
    const state = partlyPaid();
    const outcome = notify({ ...state, payments: [...state.payments, aPayment({ id: 'next' })] });
    expect(changesOf(outcome, 'open-step')).toMatchObject([
      { step: 'CONFIRM_AMOUNT', subject: { paymentId: 'next' } },
    ]);
  });

  it('sends nothing twice, and nothing without a payment', () => {
    const sent = paid({ messages: [{ template: 'receipt', subjectId: 'payment', state: 'SENT' }] });
    for (const state of [sent, paid({ runs: about(null) })]) {
      expect(changesOf(notify(state), 'queue-message')).toEqual([]);
      expect(changesOf(notify(state), 'finish-step')).toMatchObject([
        { state: 'DONE', reason: 'NOTHING_TO_SEND' },
      ]);
    }
  });

  it.each(unreachable)('lets a person go on without a mail when the customer %s', (_why, customer) => {
    const outcome = notify(paid({ customer }));
    expect(changesOf(outcome, 'queue-message')).toEqual([]);
    expect(changesOf(outcome, 'finish-step')).toMatchObject([
      { state: 'SKIPPED', reason: 'ADDRESS_NOT_DELIVERABLE' },
    ]);
  });

  it('is refused at another step and to keys', () => {
    expect(refusalOf(notify(aPaymentCase()))).toBe('STEP_NOT_OPEN');
    expect(refusalOf(notify(paid(), PARTNER))).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('step 9 by the machine', () => {
  it('is clean with a deliverable address', () => {
    expect(assess(paid())).toEqual({ kind: 'CLEAN' });
  });

  it.each(unreachable)('stops when the customer %s', (_why, customer) => {
    expect(assess(paid({ customer }))).toMatchObject({ code: 'ADDRESS_NOT_DELIVERABLE' });
  });

  it('needs no address where there is nothing to send', () => {
    expect(assess(paid({ customer: aKnownCustomer({ emailBounced: true }), runs: about(null) }))).toEqual({
      kind: 'CLEAN',
    });
  });
});
