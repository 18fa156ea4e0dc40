import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLine } from '../src/invoices/invoice.fixture.ts';
import { SYSTEM } from '../src/workflow/actor.ts';
import type { AttemptState } from '../src/workflow/payment-case.ts';
import { STEPS, type Step } from '../src/workflow/step.ts';
import { aKnownCustomer, aNewCustomer, as, CLERK, CUSTOMER, LEAD } from './a-payment-case.ts';
import { aReport } from './reports.ts';
import { run, runOn, runToRest, started, stepOf, type World } from './simulate.ts';

const invoicings = [
  { invoicing: 'ISSUE', lines: [aLine()] },
  { invoicing: 'EXTERNAL', externalInvoiceNumber: '2026/77', lines: [], supply: null },
  { invoicing: 'STATEMENT', lines: [], supply: null },
] as const;

/** What a customer may go through before the money is there. */
const detours = fc.array(
  fc.constantFrom<AttemptState>('REQUIRES_ACTION', 'PROCESSING', 'DECLINED', 'UNKNOWN'),
  { maxLength: 6 },
);

const somePayment = fc.record({
  invoice: fc.constantFrom(...invoicings),
  methodType: fc.constantFrom('CARD', 'SEPA_DEBIT'),
  detours,
  isEarly: fc.boolean(),
});

interface Payment {
  readonly methodType: 'CARD' | 'SEPA_DEBIT';
  readonly detours: readonly AttemptState[];
}

const pay = (world: World, { methodType, detours: states }: Payment): World => {
  const begun = run(world, CUSTOMER, 'startPayment', { methodType });
  const [attempt] = begun.state.attempts;
  if (!attempt) throw new Error('There is no attempt.');
  return [...states, 'SUCCEEDED' as const].reduce(
    (before, state) => runToRest(run(before, SYSTEM, 'applyAttempt', aReport(attempt, state))),
    begun,
  );
};

const endedBy = ({ state }: World, kind: 'SYSTEM' | 'MEMBER'): readonly Step[] =>
  STEPS.filter((step) => state.runs.some((one) => one.step === step && one.doneBy?.kind === kind));

const stopsOf = ({ log }: World) =>
  log.flatMap(({ type, data }) => (type === 'step.stopped' ? [`${data?.step} ${data?.code}`] : []));

describe('straight through', () => {
  it('a clean case of a known customer needs no person between step 2 and step 9, however it is paid', () => {
    fc.assert(
      fc.property(somePayment, ({ invoice, isEarly, ...payment }) => {
        const start = started({ ...invoice, customer: aKnownCustomer() });
        const paid = pay(isEarly ? start : runToRest(start), payment);
        expect(endedBy(paid, 'SYSTEM')).toEqual(STEPS.slice(1, 9));
        expect(stopsOf(paid)).toEqual([]);
        expect(paid.state.tasks.filter(({ kind }) => kind === 'EXCEPTION')).toEqual([]);
        expect(run(paid, as(LEAD), 'closePaymentTask', {}).state.state).toBe('CLOSED');
      }),
    );
  });

  it('a first-time customer stops exactly once, at step 3, whenever the money comes', () => {
    fc.assert(
      fc.property(somePayment, ({ invoice, isEarly, ...payment }) => {
        const start = runToRest(started({ ...invoice, customer: aNewCustomer() }));
        const confirm = (world: World) => runOn(world, as(CLERK), 'confirmCustomerRecord', { version: 1 });
        const paid = isEarly ? confirm(pay(start, payment)) : pay(confirm(start), payment);
        expect(stepOf(paid)).toBe('CLOSE_PAYMENT_TASK');
        expect(stopsOf(paid)).toEqual(['SAVE_CUSTOMER_RECORD CONFIRMATION_REQUIRED']);
        expect(endedBy(paid, 'MEMBER')).toEqual(['INITIATE_PAYMENT', 'SAVE_CUSTOMER_RECORD']);
      }),
    );
  });
});
