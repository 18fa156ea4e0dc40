import { describe, expect, it } from 'vitest';
import { aPayment, aPaymentCase, aRun, eur, fullyPaid, NOW, runsAt } from '../../test/a-payment-case.ts';
import {
  afterNotification,
  nextRunNumber,
  onMoneyArrived,
  open,
  openRun,
  unconfirmedPayments,
} from './progress.ts';

const opened = (state: Parameters<typeof open>[0], step: Parameters<typeof open>[1]) => open(state, step)[0];

describe('opening a step', () => {
  it('takes its planned run', () => {
    expect(opened(aPaymentCase(), 'SAVE_CUSTOMER_RECORD')).toMatchObject({ run: 1, origin: null });
  });

  it('adds a run, for the sake of a payment, when all are over', () => {
    expect(opened(aPaymentCase({ at: 'CLOSE_PAYMENT_TASK' }), 'CONFIRM_AMOUNT')).toMatchObject({
      run: 2,
      origin: 'PAYMENT',
    });
    expect(nextRunNumber(aPaymentCase({ runs: [] }), 'CONFIRM_AMOUNT')).toBe(1);
  });

  it('keeps why the run was planned', () => {
    const runs = [
      ...runsAt('RECORD_PAYMENT'),
      aRun('NOTIFY_CUSTOMER', { run: 2, state: 'PENDING', origin: 'REJECTION' }),
    ];
    const rest = runs.filter(({ step, run }) => step !== 'NOTIFY_CUSTOMER' || run === 2);
    expect(opened(aPaymentCase({ runs: rest }), 'NOTIFY_CUSTOMER')).toMatchObject({
      run: 2,
      origin: 'REJECTION',
    });
  });
});

describe('payments that step 6 has not confirmed', () => {
  it('come in the order in which they were booked', () => {
    const early = aPayment({ id: 'z', bookedAt: new Date(NOW.getTime() - 1) });
    const payments = [aPayment({ id: 'b' }), aPayment({ id: 'a' }), early];
    expect(unconfirmedPayments(aPaymentCase({ payments })).map(({ id }) => id)).toEqual(['z', 'a', 'b']);
  });

  it('are not those that are used up, given back or decided', () => {
    const runs = runsAt('RECORD_PAYMENT').map((run) =>
      run.step === 'CONFIRM_AMOUNT' ? { ...run, subject: { paymentId: 'decided', decision: null } } : run,
    );
    const payments = [
      aPayment({ id: 'used', allocated: eur(11_900) }),
      aPayment({ id: 'returned', refunded: eur(11_900) }),
      aPayment({ id: 'decided' }),
    ];
    expect(unconfirmedPayments(aPaymentCase({ runs, payments }))).toEqual([]);
  });
});

describe('money that arrives', () => {
  const arrive = (state: Parameters<typeof onMoneyArrived>[0]) => onMoneyArrived(state, 'payment').changes;

  it('becomes the subject of step 6 when that waits for it', () => {
    expect(arrive(aPaymentCase({ at: 'CONFIRM_AMOUNT' }))).toMatchObject([
      { type: 'set-subject', step: 'CONFIRM_AMOUNT', subject: { paymentId: 'payment' } },
    ]);
  });

  it('disturbs no decision that waits for its second person', () => {
    const decision = {
      outcome: 'WRITE_OFF',
      allocate: '0',
      writeOff: '1',
      reason: 'x',
      approvalId: 'approval',
    } as const;
    const runs = runsAt('CONFIRM_AMOUNT', { subject: { paymentId: null, decision } });
    expect(arrive(aPaymentCase({ runs }))).toEqual([]);
  });

  it('takes a case that is at its end back to step 6', () => {
    expect(arrive(aPaymentCase({ at: 'CLOSE_PAYMENT_TASK' }))).toMatchObject([
      { type: 'finish-step', step: 'CLOSE_PAYMENT_TASK', state: 'SKIPPED', reason: 'PAYMENT_ARRIVED' },
      { type: 'open-step', step: 'CONFIRM_AMOUNT', run: 2, subject: { paymentId: 'payment' } },
    ]);
  });

  it.each(['VERIFY_CUSTOMER_DATA', 'CREATE_PAYMENT_TASK', 'RECORD_PAYMENT', 'NOTIFY_CUSTOMER'] as const)(
    'waits for its turn while %s is open',
    (at) => {
      expect(arrive(aPaymentCase({ at }))).toEqual([]);
    },
  );

  it('moves nothing of a closed case', () => {
    expect(arrive(aPaymentCase({ state: 'CLOSED', at: 'CLOSE_PAYMENT_TASK' }))).toEqual([]);
  });
});

describe('after step 9', () => {
  const next = (state: Parameters<typeof afterNotification>[0]) => afterNotification(state)[0];

  it('comes the end when nothing is open, else the next money, else waiting for it', () => {
    const at = 'NOTIFY_CUSTOMER';
    expect(next(aPaymentCase({ at, ...fullyPaid() }))).toMatchObject({ step: 'CLOSE_PAYMENT_TASK' });
    expect(next(aPaymentCase({ at }))).toMatchObject({
      step: 'CONFIRM_AMOUNT',
      subject: { paymentId: null },
    });
    const surplus = { ...fullyPaid(), payments: [...fullyPaid().payments, aPayment({ id: 'second' })] };
    expect(next(aPaymentCase({ at, ...surplus }))).toMatchObject({
      step: 'CONFIRM_AMOUNT',
      subject: { paymentId: 'second' },
    });
  });
});

describe('the open run', () => {
  it('is the one that is open, if any', () => {
    expect(openRun(aPaymentCase({ at: 'RECORD_PAYMENT' }))?.step).toBe('RECORD_PAYMENT');
    expect(openRun(aPaymentCase({ runs: [] }))).toBeUndefined();
  });
});
