import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  aKnownCustomer,
  anEnv,
  anOrganization,
  aPayment,
  aPaymentCase,
  as,
  CLERK,
  eur,
  PARTNER,
  runsAt,
} from '../../../test/a-payment-case.ts';
import { changesOf, eventsOf, refusalOf, stepsOf } from '../../../test/outcome.ts';
import { runToRest, stepOf, stopOf, worldOf } from '../../../test/simulate.ts';
import { aCompany } from '../../customers/customer.fixture.ts';
import { aLine, aSeller } from '../../invoices/invoice.fixture.ts';
import type { PaymentCase } from '../payment-case.ts';
import { type CreatePaymentTask, createPaymentTask, invoiceProblem } from './create-payment-task.ts';

const at = 'CREATE_PAYMENT_TASK' as const;

const create = (
  deviation: Partial<PaymentCase> = {},
  input: Partial<CreatePaymentTask> = {},
  actor = as(CLERK),
) =>
  createPaymentTask(
    aPaymentCase({ at, ...deviation }),
    { assigneeId: null, dueOn: null, priority: 'NORMAL', ...input },
    anEnv({ actor }),
  );

const external = {
  invoicing: 'EXTERNAL',
  externalInvoiceNumber: '2026/77',
  lines: [],
  supply: null,
} as const;
const issued = {
  id: 'invoice',
  kind: 'INVOICE',
  state: 'ISSUED',
  number: 'RE-2026-0001',
  issuedOn: '2026-11-23',
} as const;

describe('createPaymentTask', () => {
  it('creates the task for the accounts department, tells it, and waits for money at step 6', () => {
    const outcome = create();
    expect(changesOf(outcome, 'create-task')).toMatchObject([
      { kind: 'PAYMENT', reason: 'PAYMENT_EXPECTED', assigneeId: null, priority: 'NORMAL' },
    ]);
    expect(changesOf(outcome, 'queue-message')).toContainEqual(
      expect.objectContaining({ template: 'internal-notice', to: 'ACCOUNTS' }),
    );
    expect(stepsOf(outcome)).toEqual(['DONE CREATE_PAYMENT_TASK 1', 'OPEN CONFIRM_AMOUNT 1']);
    expect(eventsOf(outcome)).toEqual(['task.created', 'invoice.issued', 'step.done', 'step.opened']);
  });

  it('gives the task some days of grace after the due date, unless told otherwise', () => {
    expect(changesOf(create({ dueOn: '2026-12-30' }), 'create-task')[0]?.dueOn).toBe('2027-01-02');
    expect(changesOf(create({}, { dueOn: '2026-12-24' }), 'create-task')[0]?.dueOn).toBe('2026-12-24');
  });

  it('takes the money that waits already as the subject of step 6', () => {
    expect(changesOf(create({ payments: [aPayment()] }), 'open-step')).toMatchObject([
      { step: 'CONFIRM_AMOUNT', subject: { paymentId: 'payment', decision: null } },
    ]);
  });

  it.each([
    ['2026-11-22', 'IN_THE_PAST'],
    ['2036-11-24', 'TOO_FAR_AHEAD'],
  ])('refuses a task that is due on %s', (dueOn, code) => {
    expect(create({}, { dueOn })).toMatchObject({
      refusal: { code: 'VALIDATION_FAILED', fields: [{ field: 'dueOn', code }] },
    });
  });

  it('assigns the task to a member of the desk only', () => {
    expect(changesOf(create({}, { assigneeId: CLERK.id }), 'create-task')).toMatchObject([
      { assigneeId: CLERK.id },
    ]);
    expect(refusalOf(create({}, { assigneeId: 'nobody' }))).toBe('MEMBER_UNKNOWN');
    expect(create({}, { assigneeId: ADVISER.id })).toMatchObject({
      refusal: { code: 'MEMBER_ONLY_READS', detail: ADVISER.name },
    });
  });

  it('creates neither task nor invoice a second time', () => {
    const again = create({
      invoices: [issued],
      tasks: [{ id: 'task', kind: 'PAYMENT', reason: 'PAYMENT_EXPECTED', state: 'OPEN', assigneeId: null }],
    });
    expect(changesOf(again, 'create-task')).toEqual([]);
    expect(changesOf(again, 'queue-message')).toEqual([]);
    expect(changesOf(again, 'issue-invoice')).toEqual([]);
  });

  it('is refused at another step and to keys', () => {
    expect(refusalOf(create({ runs: runsAt('CONFIRM_AMOUNT') }))).toBe('STEP_NOT_OPEN');
    expect(refusalOf(create({}, {}, PARTNER))).toBe('ROLE_NOT_ALLOWED');
  });
});

describe('the document of a claim (rule 10)', () => {
  it('is an invoice that is mailed to the customer', () => {
    const outcome = create();
    const [invoice] = changesOf(outcome, 'issue-invoice');
    expect(invoice?.kind).toBe('INVOICE');
    expect(changesOf(outcome, 'queue-message')).toContainEqual(
      expect.objectContaining({ template: 'invoice', subjectId: invoice?.id, to: 'CUSTOMER' }),
    );
    expect(changesOf(outcome, 'post')).toEqual([]);
  });

  it('is a statement and a receivable where no invoice is due', () => {
    const outcome = create({ invoicing: 'STATEMENT', lines: [], supply: null });
    expect(changesOf(outcome, 'issue-invoice')).toMatchObject([{ kind: 'STATEMENT' }]);
    expect(changesOf(outcome, 'queue-message').filter(({ to }) => to === 'CUSTOMER')).toMatchObject([
      { template: 'invoice' },
    ]);
    expect(changesOf(outcome, 'post')).toMatchObject([
      { entry: { purpose: 'STATEMENT', source: 'case:case' } },
    ]);
  });

  it('is a receivable alone where the invoice is written elsewhere', () => {
    const outcome = create(external);
    expect(changesOf(outcome, 'issue-invoice')).toEqual([]);
    expect(changesOf(outcome, 'post')).toHaveLength(1);
  });

  it('is issued anew after a Storno', () => {
    const invoices = [
      { ...issued, state: 'CANCELED' as const },
      {
        id: 'storno',
        kind: 'STORNO' as const,
        state: 'ISSUED' as const,
        number: 'RE-2026-0002',
        issuedOn: '2026-11-24',
      },
    ];
    expect(changesOf(create({ invoices }), 'issue-invoice')).toHaveLength(1);
  });
});

describe('what keeps the invoice from being issued', () => {
  it.each<[string, Partial<PaymentCase>, string, string | undefined]>([
    [
      'the address of the customer is missing',
      {
        customer: aKnownCustomer({ data: aCompany({ street: null }) }),
        lines: [aLine({ quantity: '20' })],
        amountDue: eur(119_000),
      },
      'INVOICE_INCOMPLETE',
      'customer.street',
    ],
    [
      "the seller's tax number is missing",
      { organization: anOrganization({ seller: aSeller({ taxNumber: null, vatId: null }) }) },
      'INVOICE_INCOMPLETE',
      'seller.taxNumber',
    ],
    ['the lines add up to another amount', { amountDue: eur(11_901) }, 'LINES_DIFFER_FROM_AMOUNT', undefined],
  ])('%s', (_what, deviation, code, detail) => {
    expect(refusalOf(create(deviation))).toBe(code);
    expect(invoiceProblem(aPaymentCase({ at, ...deviation }))?.detail).toBe(detail);
    const world = runToRest(worldOf(aPaymentCase({ at, ...deviation })));
    expect([stepOf(world), stopOf(world)]).toEqual([at, code]);
  });

  it('does not matter where no invoice is issued, or one is there', () => {
    const seller = { organization: anOrganization({ seller: aSeller({ taxNumber: null, vatId: null }) }) };
    expect(refusalOf(create({ ...seller, ...external }))).toBeNull();
    expect(refusalOf(create({ ...seller, invoices: [issued] }))).toBeNull();
  });
});
