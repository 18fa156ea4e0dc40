import { describe, expect, it } from 'vitest';
import type { ProviderReport } from '../src/payments/apply-attempt.ts';
import { SYSTEM } from '../src/workflow/actor.ts';
import { amountOpen, coverage } from '../src/workflow/balance.ts';
import type { PaymentCase } from '../src/workflow/payment-case.ts';
import { aDefinition, aNewCustomer, as, CLERK, CUSTOMER, eur, LEAD, OWNER, TODAY } from './a-payment-case.ts';
import { aReport } from './reports.ts';
import {
  ask,
  balanceOf,
  run,
  runOn,
  runToRest,
  started,
  stepOf,
  stopOf,
  type World,
  waitsFor,
} from './simulate.ts';

const settled = ({ attempts }: PaymentCase): ProviderReport => {
  const attempt = attempts.at(-1);
  if (!attempt) throw new Error('There is no attempt.');
  return aReport(attempt, 'SUCCEEDED');
};

const payByCard = (world: World): World => {
  const begun = run(world, CUSTOMER, 'startPayment', { methodType: 'CARD' });
  return runOn(begun, SYSTEM, 'applyAttempt', settled(begun.state));
};

const receipt = (minor: bigint) => ({
  amount: eur(minor),
  valueOn: TODAY,
  kind: 'BANK_TRANSFER' as const,
  reference: 'Kontoauszug 12',
  documentId: null,
});

const finishedByPeople = ({ log }: World): readonly unknown[] =>
  log.flatMap(({ type, data, actor }) =>
    type === 'step.done' && actor.kind !== 'SYSTEM' ? [data?.step] : [],
  );

describe('a case of a known customer', () => {
  it('runs from step 2 to step 9 without a click and waits for the team lead', () => {
    const waiting = runToRest(started());
    expect([stepOf(waiting), waitsFor(waiting)]).toEqual(['CONFIRM_AMOUNT', 'MONEY']);
    const paid = payByCard(waiting);
    expect(stepOf(paid)).toBe('CLOSE_PAYMENT_TASK');
    expect(finishedByPeople(paid)).toEqual(['INITIATE_PAYMENT']);
    const closed = run(paid, as(LEAD), 'closePaymentTask', {});
    expect(closed.state.state).toBe('CLOSED');
    expect(closed.state.messages.map(({ template }) => template)).toEqual([
      'payment-request',
      'internal-notice',
      'invoice',
      'receipt',
    ]);
  });

  it('posts money when it arrives and allocates it in step 7', () => {
    const paid = payByCard(runToRest(started()));
    expect(paid.journal.map(({ purpose }) => purpose)).toEqual(['INVOICE', 'PAYMENT', 'FEE', 'ALLOCATION']);
    expect({
      receivable: balanceOf(paid, 'RECEIVABLE'),
      credit: balanceOf(paid, 'CUSTOMER_CREDIT'),
      clearing: balanceOf(paid, 'CLEARING'),
      fees: balanceOf(paid, 'FEES'),
    }).toEqual({ receivable: 0n, credit: 0n, clearing: 11_700n, fees: 200n });
  });

  it('takes money that is there before its turn', () => {
    const early = run(started(), CUSTOMER, 'startPayment', { methodType: 'CARD' });
    const paid = run(early, SYSTEM, 'applyAttempt', settled(early.state));
    expect(stepOf(paid)).toBe('VERIFY_CUSTOMER_DATA');
    expect(stepOf(runToRest(paid))).toBe('CLOSE_PAYMENT_TASK');
  });

  it('stops where the workflow wants a person', () => {
    const world = runToRest(started({ definition: aDefinition({ CREATE_PAYMENT_TASK: 'MANUAL' }) }));
    expect([stepOf(world), stopOf(world)]).toEqual(['CREATE_PAYMENT_TASK', 'POLICY_MANUAL']);
    const on = runOn(world, as(CLERK), 'createPaymentTask', {
      assigneeId: null,
      dueOn: null,
      priority: 'NORMAL',
    });
    expect(stepOf(on)).toBe('CONFIRM_AMOUNT');
  });
});

describe('a first-time customer', () => {
  it('stops the case exactly once, at step 3, with the record saved for the person to confirm', () => {
    const stopped = runToRest(started({ customer: aNewCustomer() }));
    expect([stepOf(stopped), stopOf(stopped)]).toEqual(['SAVE_CUSTOMER_RECORD', 'CONFIRMATION_REQUIRED']);
    expect(stopped.state.customer).toMatchObject({ version: 1, confirmedVersion: null });
    const paid = payByCard(runOn(stopped, as(CLERK), 'confirmCustomerRecord', { version: 1 }));
    expect(stepOf(paid)).toBe('CLOSE_PAYMENT_TASK');
    const stops = paid.log.flatMap(({ type, data }) => (type === 'step.stopped' ? [data?.code] : []));
    expect(stops).toEqual(['CONFIRMATION_REQUIRED']);
    expect(paid.state.tasks.filter(({ kind, state }) => kind === 'EXCEPTION' && state !== 'DONE')).toEqual(
      [],
    );
  });
});

describe('900 of 1,000 by a registered receipt', () => {
  const thousand = {
    amountDue: eur(100_000),
    invoicing: 'STATEMENT',
    lines: [],
    supply: null,
  } as const;

  const partlyPaid = () => {
    const booked = runOn(runToRest(started(thousand)), as(CLERK), 'registerReceipt', receipt(90_000n));
    expect([stepOf(booked), stopOf(booked)]).toEqual(['CONFIRM_AMOUNT', 'MANUAL_EVIDENCE']);
    return runOn(booked, as(CLERK), 'confirmAmount', {
      paymentId: null,
      resolution: 'PARTIAL',
      reason: null,
    });
  };

  it('leaves the rest open, tells the customer, and waits for it in a second run of step 6', () => {
    const world = partlyPaid();
    expect(amountOpen(world.state)).toEqual(eur(10_000));
    expect(coverage(world.state)).toBe('PARTIAL');
    expect(world.state.messages.at(-1)?.template).toBe('partial-received');
    expect(
      world.state.runs.filter(({ step }) => step === 'CONFIRM_AMOUNT').map(({ run, state }) => [run, state]),
    ).toEqual([
      [1, 'DONE'],
      [2, 'OPEN'],
    ]);
    expect(waitsFor(world)).toBe('MONEY');
  });

  it('is closed after the second receipt by somebody who handled none of it', () => {
    const booked = runOn(partlyPaid(), as(CLERK), 'registerReceipt', receipt(10_000n));
    const paid = runOn(booked, as(CLERK), 'confirmAmount', {
      paymentId: null,
      resolution: 'EXACT',
      reason: null,
    });
    expect(stepOf(paid)).toBe('CLOSE_PAYMENT_TASK');
    expect(ask(paid, as(CLERK), { name: 'closePaymentTask', input: {} }).outcome).toMatchObject({
      ok: false,
      refusal: { code: 'ROLE_NOT_ALLOWED' },
    });
    const rejected = run(paid, as(LEAD), 'rejectPaymentTask', {
      backTo: 'CONFIRM_AMOUNT',
      reason: 'Beleg unleserlich',
    });
    expect([stepOf(rejected), stopOf(runToRest(rejected))]).toEqual(['CONFIRM_AMOUNT', 'REJECTED']);
    const again = runOn(rejected, as(CLERK), 'confirmAmount', {
      paymentId: null,
      resolution: 'EXACT',
      reason: 'Beleg neu gelesen',
    });
    expect(stepOf(again)).toBe('CLOSE_PAYMENT_TASK');
    expect(again.journal).toEqual(rejected.journal);
    expect(again.state.messages).toEqual(rejected.state.messages);
    const closed = run(again, as(LEAD), 'closePaymentTask', {});
    expect(closed.state.state).toBe('CLOSED');
    expect(closed.state.tasks.every(({ state }) => state === 'DONE')).toBe(true);
    expect(closed.state.runs.filter(({ state }) => state === 'OPEN' || state === 'PENDING')).toEqual([]);
  });

  it('ends by writing the rest off when a second person agrees', () => {
    const asked = run(partlyPaid(), as(CLERK), 'confirmAmount', {
      paymentId: null,
      resolution: 'WRITE_OFF',
      reason: 'Kulanz',
    });
    const approvalId = asked.state.approvals[0]?.id ?? '';
    const own = ask(asked, as(CLERK), {
      name: 'decideApproval',
      input: { approvalId, granted: true, reason: null },
    });
    expect(own.outcome).toMatchObject({ ok: false, refusal: { code: 'ROLE_NOT_ALLOWED' } });
    const granted = runOn(asked, as(LEAD), 'decideApproval', { approvalId, granted: true, reason: null });
    expect(stepOf(granted)).toBe('CLOSE_PAYMENT_TASK');
    expect(balanceOf(granted, 'WRITE_OFF')).toBe(10_000n);
    expect(balanceOf(granted, 'RECEIVABLE')).toBe(0n);
    expect(ask(granted, as(LEAD), { name: 'closePaymentTask', input: {} }).outcome).toMatchObject({
      ok: false,
      refusal: { code: 'HANDLED_THE_MONEY', unblockedBy: OWNER.name },
    });
    expect(run(granted, as(OWNER), 'closePaymentTask', {}).state.state).toBe('CLOSED');
  });
});

describe('a rejection', () => {
  const backTo = (
    target: 'VERIFY_CUSTOMER_DATA' | 'SAVE_CUSTOMER_RECORD' | 'CREATE_PAYMENT_TASK' | 'NOTIFY_CUSTOMER',
  ) =>
    runToRest(
      run(payByCard(runToRest(started())), as(LEAD), 'rejectPaymentTask', {
        backTo: target,
        reason: 'Bitte prüfen',
      }),
    );

  const everythingAgain = (world: World): World =>
    runOn(world, as(OWNER), 'verifyCustomerData', { data: null, accepted: [], answers: [], complete: true });

  it('to step 2 runs all steps but the fourth again and undoes and repeats no effect', () => {
    const rejected = backTo('VERIFY_CUSTOMER_DATA');
    const again = everythingAgain(rejected);
    expect(stepOf(again)).toBe('CLOSE_PAYMENT_TASK');
    expect(again.journal).toEqual(rejected.journal);
    expect(again.state.messages).toEqual(rejected.state.messages);
    expect(again.state.invoices).toEqual(rejected.state.invoices);
    const runs = (step: string) => again.state.runs.filter((one) => one.step === step).length;
    expect(runs('UPDATE_PAYMENT_METHOD')).toBe(1);
    expect(runs('CREATE_PAYMENT_TASK')).toBe(2);
    expect(again.state.tasks.filter(({ kind }) => kind === 'PAYMENT')).toHaveLength(1);
  });

  it('to step 3 lets a person confirm the same version again', () => {
    const again = runOn(backTo('SAVE_CUSTOMER_RECORD'), as(CLERK), 'confirmCustomerRecord', { version: 1 });
    expect(stepOf(again)).toBe('CLOSE_PAYMENT_TASK');
  });

  it('to step 5 makes whoever repeats it by hand one who may not close', () => {
    const again = runOn(backTo('CREATE_PAYMENT_TASK'), as(OWNER), 'createPaymentTask', {
      assigneeId: CLERK.id,
      dueOn: null,
      priority: 'HIGH',
    });
    expect(stepOf(again)).toBe('CLOSE_PAYMENT_TASK');
    expect(ask(again, as(OWNER), { name: 'closePaymentTask', input: {} }).outcome).toMatchObject({
      ok: false,
      refusal: { code: 'HANDLED_THE_MONEY' },
    });
  });

  it('to step 9 sends nothing that has been sent', () => {
    const rejected = backTo('NOTIFY_CUSTOMER');
    const again = runOn(rejected, as(CLERK), 'notifyCustomer', {});
    expect(again.state.messages).toEqual(rejected.state.messages);
    expect(stepOf(again)).toBe('CLOSE_PAYMENT_TASK');
  });
});

describe('a claim whose invoice is written elsewhere', () => {
  const external = {
    invoicing: 'EXTERNAL',
    externalInvoiceNumber: '2026/77',
    lines: [],
    supply: null,
  } as const;

  it('posts its receivable once, however often step 5 runs', () => {
    const paid = payByCard(runToRest(started(external)));
    const rejected = run(paid, as(LEAD), 'rejectPaymentTask', {
      backTo: 'CREATE_PAYMENT_TASK',
      reason: 'Frist falsch',
    });
    const again = runOn(rejected, as(CLERK), 'createPaymentTask', {
      assigneeId: null,
      dueOn: null,
      priority: 'NORMAL',
    });
    expect(again.journal.filter(({ purpose }) => purpose === 'STATEMENT')).toHaveLength(1);
  });

  it('takes its receivable back when the case is canceled', () => {
    const canceled = run(runToRest(started(external)), as(CLERK), 'cancelPaymentCase', { reason: 'Irrtum' });
    expect(balanceOf(canceled, 'RECEIVABLE')).toBe(0n);
    expect(balanceOf(canceled, 'INVOICED_ELSEWHERE')).toBe(0n);
  });

  it('has nothing to take back before step 5', () => {
    const canceled = run(started(external), as(CLERK), 'cancelPaymentCase', { reason: 'Irrtum' });
    expect(canceled.journal).toEqual([]);
  });
});
