import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  aKnownCustomer,
  anEnv,
  aPaymentCase,
  as,
  CLERK,
  LEAD,
  NOW,
} from '../../test/a-payment-case.ts';
import { aCompany } from '../customers/customer.fixture.ts';
import { aLine } from '../invoices/invoice.fixture.ts';
import { SYSTEM } from './actor.ts';
import { advance } from './advance.ts';
import type { Discrepancy, PaymentCase } from './payment-case.ts';
import type { Step } from './step.ts';
import { createPaymentTask } from './steps/create-payment-task.ts';
import { verifyCustomerData } from './steps/verify-customer-data.ts';
import type { VatAnswerSeen, VatStanding } from './vat-standing.ts';

const IRISH = aCompany({ country: 'IE', city: 'Dublin', postalCode: 'D02 XY45', vatId: 'IE6388047V' });

const answer = (deviation: Partial<VatAnswerSeen> = {}): VatAnswerSeen => ({
  ...{
    outcome: 'CONFIRMED',
    nameMatch: 'SAME',
    register: 'VIES',
    requestNumber: 'WAPI1',
    reason: null,
    at: NOW,
  },
  ...deviation,
});

const daysAgo = (days: number): Date => new Date(NOW.getTime() - days * 86_400_000);

/** A supply to Ireland, free of VAT. */
const aSupply = (
  step: Step,
  vatStanding: VatStanding | null,
  deviation: Partial<PaymentCase> = {},
): PaymentCase =>
  aPaymentCase({
    at: step,
    lines: [aLine({ taxCase: 'EU_SUPPLY', quantity: '1', unitPrice: '119.00' })],
    customer: aKnownCustomer({ data: IRISH, vatStanding }),
    ...deviation,
  });

const answered = (deviation: Partial<VatAnswerSeen> = {}): VatStanding => ({
  last: answer(deviation),
  isAsked: false,
});

const machine = anEnv({ actor: SYSTEM });
const kinds = (state: PaymentCase): readonly string[] => {
  const turn = advance(state, machine);
  return turn.ok ? turn.changes.map(({ type }) => type) : [turn.refusal.code];
};

const checkOf = (state: PaymentCase) => {
  const turn = advance(state, machine);
  const checks = turn.ok
    ? turn.changes.flatMap((one) => (one.type === 'record-check' ? [one.item] : []))
    : [];
  return checks.find(({ key }) => key === 'vat-register');
};

describe('the register, where the tax depends on the VAT id', () => {
  it('is asked before the data are checked, and waited for', () => {
    expect(kinds(aSupply('VERIFY_CUSTOMER_DATA', null))).toEqual(['ask-vat-register']);
    expect(kinds(aSupply('VERIFY_CUSTOMER_DATA', { last: null, isAsked: true }))).toEqual([]);
    expect(kinds(aSupply('CREATE_PAYMENT_TASK', { last: null, isAsked: true }))).toEqual([]);
  });

  it('is asked again when its word is older than the workflow lets it be, at the latest before the invoice', () => {
    const [old, young] = [answered({ at: daysAgo(31) }), answered({ at: daysAgo(29) })];
    for (const step of ['VERIFY_CUSTOMER_DATA', 'CREATE_PAYMENT_TASK'] as const) {
      expect(kinds(aSupply(step, old))).toEqual(['ask-vat-register']);
      expect(kinds(aSupply(step, young))).not.toContain('ask-vat-register');
    }
  });

  it('is not asked about a customer at home, or where another has the invoice written', () => {
    const home = aPaymentCase({ at: 'VERIFY_CUSTOMER_DATA' });
    const elsewhere = aSupply('VERIFY_CUSTOMER_DATA', null, { invoicing: 'EXTERNAL', lines: [] });
    for (const state of [home, elsewhere]) expect(kinds(state)).not.toContain('ask-vat-register');
  });

  it.each([
    [answer(), 'PASSED', null],
    [answer({ nameMatch: 'NOT_TOLD' }), 'PASSED', null],
    [answer({ nameMatch: 'OTHER' }), 'FAILED', 'OTHER_NAME'],
    [answer({ outcome: 'NOT_CONFIRMED' }), 'FAILED', 'NOT_CONFIRMED'],
    [answer({ outcome: 'UNAVAILABLE', reason: 'MS_UNAVAILABLE' }), 'NOT_CHECKABLE', 'MS_UNAVAILABLE'],
  ] as const)('stands in the checklist: %o is %s', (last, state, code) => {
    expect(checkOf(aSupply('VERIFY_CUSTOMER_DATA', { last, isAsked: false }))).toMatchObject({ state, code });
  });

  it('blocks nothing when it cannot be asked', () => {
    const silent = answered({ outcome: 'UNAVAILABLE', reason: 'TIMEOUT' });
    expect(kinds(aSupply('CREATE_PAYMENT_TASK', silent))).toContain('issue-invoice');
  });
});

describe('an id that the register does not confirm', () => {
  const doubted = answered({ outcome: 'NOT_CONFIRMED' });
  const discrepancy = (deviation: Partial<Discrepancy> = {}): Discrepancy => ({
    ...{ id: 'doubt', step: 'VERIFY_CUSTOMER_DATA', run: 1, key: 'vat-register', expected: null },
    ...{ found: 'IE6388047V', state: 'OPEN', resolution: null },
    ...deviation,
  });
  const accept = {
    ...{ data: null, answers: [], complete: false },
    accepted: [{ discrepancyId: 'doubt', reason: 'Bescheinigung liegt vor' }],
  };
  const task = { assigneeId: null, dueOn: null, priority: 'NORMAL' } as const;

  it('is accepted by a lead with a reason, and by nobody else', () => {
    const state = aSupply('VERIFY_CUSTOMER_DATA', doubted, { discrepancies: [discrepancy()] });
    expect(verifyCustomerData(state, accept, anEnv({ actor: as(LEAD) })).ok).toBe(true);
    expect(verifyCustomerData(state, accept, anEnv({ actor: as(CLERK) }))).toMatchObject({
      refusal: { code: 'VAT_ID_NOT_CONFIRMED', unblockedBy: 'Olga Eigen, Lena Leit' },
    });
  });

  it('stops the case before the invoice; a lead may go on, a clerk may not', () => {
    const state = aSupply('CREATE_PAYMENT_TASK', doubted);
    expect(kinds(state)).toContain('stop-step');
    expect(kinds(state)).not.toContain('issue-invoice');
    expect(createPaymentTask(state, task, anEnv({ actor: as(CLERK) }))).toMatchObject({
      refusal: { code: 'VAT_ID_NOT_CONFIRMED' },
    });
    expect(createPaymentTask(state, task, anEnv({ actor: as(LEAD) })).ok).toBe(true);
    expect(createPaymentTask(state, task, anEnv({ actor: as(ADVISER) })).ok).toBe(false);
  });

  it('is no obstacle any more once a lead has accepted this very id', () => {
    const accepted = discrepancy({ state: 'RESOLVED', resolution: 'ACCEPT' });
    expect(kinds(aSupply('CREATE_PAYMENT_TASK', doubted, { discrepancies: [accepted] }))).toContain(
      'issue-invoice',
    );
    const another = { ...accepted, found: 'IE1234567WA' };
    expect(kinds(aSupply('CREATE_PAYMENT_TASK', doubted, { discrepancies: [another] }))).toContain(
      'stop-step',
    );
  });
});
