import { withTenant } from '@zahlwerk/db/tenant';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aStranger, today } from '../../test/a-desk.ts';
import { aStage, type Cast, type Stage } from '../../test/a-stage.ts';
import { call } from '../../test/case-call.ts';
import { readRows, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

/** Names an object of one business by its kind and uuid. */
type Named = Readonly<
  Record<'Customer' | 'Document' | 'Member' | 'Payment' | 'Approval' | 'Discrepancy' | 'Task', string>
>;

/** One object of each kind that a command can refer to, on a case of this business. */
const objectsOf = async ({ at, desk, business, document }: Cast): Promise<Named> => {
  const caseId = await at('CONFIRM_AMOUNT');
  await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(100_00n));
  const writeOff = { paymentId: null, resolution: 'WRITE_OFF', reason: 'Kulanz' } as const;
  const { payments, approvals, tasks, customer } = await desk.run(
    caseId,
    business.clerk,
    'confirmAmount',
    writeOff,
  );
  const unclear = await desk.start({ customer: { data: aStranger({ city: null }) } });
  const { discrepancies } = await desk.run(unclear, business.clerk, 'verifyCustomerData', {
    ...{ data: null, accepted: [], answers: [], complete: false },
  });
  return {
    Customer: customer.id,
    Document: await document(),
    Member: business.clerk.id ?? '',
    Payment: payments[0]?.id ?? '',
    Approval: approvals[0]?.id ?? '',
    Discrepancy: discrepancies[0]?.id ?? '',
    Task: tasks.find(({ kind }) => kind === 'PAYMENT')?.id ?? '',
  };
};

const claim = {
  amount: { amount: '119.00', currency: 'EUR' },
  invoicing: 'EXTERNAL',
  externalInvoiceNumber: 'R-1',
  dueOn: addDays(today(), 14),
};

describe('a command that refers to an object of another business', () => {
  let stage: Stage;
  let lead: TestClient;
  let foreign: Named;
  let own: Named;
  let before: Readonly<Record<string, string>>;
  const cases = { verify: '', task: '', confirm: '', approval: '' };

  beforeAll(async () => {
    stage = await aStage();
    lead = await stage.signIn('TEAM_LEAD');
    foreign = await objectsOf(stage.foreign);
    own = await objectsOf(stage.own);
    const { at, desk, business } = stage.own;
    const idOf = (id: string) => encodeId('PaymentCase', id);
    cases.verify = idOf(await at('VERIFY_CUSTOMER_DATA'));
    cases.task = idOf(await at('CREATE_PAYMENT_TASK'));
    const paid = await at('CONFIRM_AMOUNT');
    await desk.run(paid, business.clerk, 'registerReceipt', desk.receipt(119_00n));
    cases.confirm = idOf(paid);
    const asked = await at('CONFIRM_AMOUNT');
    await desk.run(asked, business.clerk, 'registerReceipt', desk.receipt(100_00n));
    const writeOff = { paymentId: null, resolution: 'WRITE_OFF', reason: 'Kulanz' } as const;
    await desk.run(asked, business.clerk, 'confirmAmount', writeOff);
    cases.approval = idOf(asked);
  });

  beforeEach(async () => {
    before = await readRows(stage.database);
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  /** The inputs with a reference in them, by the kind of what is referred to. */
  const REFERENCES: readonly (readonly [
    keyof Named,
    string,
    (id: string) => Readonly<Record<string, unknown>>,
    Readonly<Record<string, unknown>>,
  ])[] = [
    ['Customer', 'initiatePayment', (customerId) => ({ ...claim, customerId }), { type: 'Customer' }],
    [
      'Document',
      'registerReceipt',
      (documentId) => ({
        caseId: cases.confirm,
        amount: { amount: '1.00', currency: 'EUR' },
        valueOn: today(),
        kind: 'BANK_TRANSFER',
        reference: 'Auszug 1',
        documentId,
      }),
      { type: 'Document', path: ['input', 'documentId'] },
    ],
    [
      'Document',
      'addAttachment',
      (documentId) => ({ caseId: cases.confirm, documentId, name: 'Auftrag' }),
      { type: 'Document', path: ['input', 'documentId'] },
    ],
    [
      'Member',
      'createPaymentTask',
      (assigneeId) => ({ caseId: cases.task, assigneeId }),
      { code: 'MEMBER_UNKNOWN' },
    ],
    [
      'Payment',
      'confirmAmount',
      (paymentId) => ({ caseId: cases.confirm, paymentId, resolution: 'EXACT' }),
      { code: 'PAYMENT_UNKNOWN' },
    ],
    [
      'Approval',
      'decideApproval',
      (approvalId) => ({ caseId: cases.approval, approvalId, granted: true }),
      { code: 'APPROVAL_UNKNOWN' },
    ],
    [
      'Discrepancy',
      'verifyCustomerData',
      (discrepancyId) => ({ caseId: cases.verify, accepted: [{ discrepancyId, reason: 'Stimmt' }] }),
      { code: 'DISCREPANCY_UNKNOWN' },
    ],
    ['Task', 'claimTask', (taskId) => ({ taskId }), { type: 'Task' }],
    [
      'Task',
      'assignTask',
      (taskId) => ({ taskId, assigneeId: encodeId('Member', own.Member) }),
      { type: 'Task', path: ['input', 'taskId'] },
    ],
    ['Task', 'finishTask', (taskId) => ({ taskId, note: 'Erledigt' }), { type: 'Task' }],
    [
      'Member',
      'assignTask',
      (assigneeId) => ({ taskId: encodeId('Task', own.Task), assigneeId }),
      { code: 'MEMBER_UNKNOWN' },
    ],
  ];

  it.each(REFERENCES)(
    '%s in %s is answered as if there were no such object',
    async (kind, name, inputOf, expected) => {
      const unknown = await call(lead, name, inputOf(encodeId(kind, stage.ports.newId())));
      expect(unknown).toMatchObject(expected);
      expect(await call(lead, name, inputOf(encodeId(kind, foreign[kind])))).toEqual(unknown);
      expect(await readRows(stage.database)).toEqual(before);
    },
  );

  it.each(REFERENCES)('%s in %s must be an id of its own kind', async (kind, name, inputOf) => {
    for (const id of [encodeId('Organization', stage.organizationId), encodeId(kind, 'x'), foreign[kind]])
      expect(await call(lead, name, inputOf(id))).toMatchObject({ __typename: 'NotFound', type: kind });
    expect(await readRows(stage.database)).toEqual(before);
  });

  it('may refer to its own objects: the same table with own ids finds them', async () => {
    expect(await call(lead, 'claimTask', { taskId: encodeId('Task', own.Task) })).toMatchObject({
      replayed: false,
    });
    const customerId = encodeId('Customer', own.Customer);
    expect(await call(lead, 'initiatePayment', { ...claim, customerId })).toMatchObject({ replayed: false });
    const receipt = REFERENCES[1]?.[2](encodeId('Document', own.Document)) ?? {};
    expect(await call(lead, 'registerReceipt', receipt)).toMatchObject({ replayed: false });
    const documents = await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.payment.count({ where: { organizationId: stage.organizationId, documentId: own.Document } }),
    );
    expect(documents).toBe(1);
  });
});
