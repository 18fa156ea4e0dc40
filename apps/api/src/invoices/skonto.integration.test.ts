import { withTenant } from '@zahlwerk/db/tenant';
import { invoiceSnapshotSchema } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk, payTokenOf } from '../../test/a-connected-desk.ts';
import { today } from '../../test/a-desk.ts';
import { call, mutationDocument, send } from '../../test/case-call.ts';
import { decodeId } from '../graphql/ids.ts';

const TERMS = { basisPoints: 200, days: 14 };
const CASE = 'case { id skonto { basisPoints days lastDay discount { amount } reduced { amount } } }';

const claim = (deviation: Readonly<Record<string, unknown>> = {}) => ({
  customer: { kind: 'PERSON', familyName: 'Sander', email: 'sander@example.org', language: 'de' },
  amount: { amount: '119.00', currency: 'EUR' },
  invoicing: 'EXTERNAL',
  externalInvoiceNumber: 'R-1',
  dueOn: addDays(today(), 30),
  ...deviation,
});

const PAGE = `query ($token: String!) { payPage(token: $token) {
  amountOpen { amount } bankTransfer { giroCode skonto { lastDay reduced { amount } } } } }`;

describe('Skonto', { timeout: 60_000 }, () => {
  let stage: ConnectedDesk;

  beforeAll(async () => {
    stage = await aConnectedDesk();
  });
  afterAll(() => stage.stop());

  const initiate = async (deviation: Readonly<Record<string, unknown>> = {}) =>
    call(await stage.signIn('CLERK'), 'initiatePayment', claim(deviation), CASE);

  /** The owner says what is granted from now on, or where customers transfer to. */
  const setUp = async (change: Readonly<Record<string, unknown>>) => {
    const { version } = await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.organization.findUniqueOrThrow({ where: { id: stage.organizationId } }),
    );
    const document = mutationDocument('updateOrganization', 'organization { skonto { basisPoints days } }');
    const input = { ...change, expectedVersion: version };
    return (await (await stage.signIn('OWNER')).query(document, { input })).data?.updateOrganization;
  };

  const pageOf = async (caseId: string) =>
    (await stage.anonymous.query(PAGE, { token: await payTokenOf(stage, caseId) })).data.payPage;

  it('is agreed with a case, or taken from the business, or left out', async () => {
    expect((await initiate()).case.skonto).toBeNull();
    expect(await setUp({ skonto: TERMS })).toMatchObject({ organization: { skonto: TERMS } });
    expect((await initiate()).case.skonto).toEqual({
      ...TERMS,
      lastDay: addDays(today(), 14),
      discount: { amount: '2.38' },
      reduced: { amount: '116.62' },
    });
    expect((await initiate({ skonto: null })).case.skonto).toBeNull();
    const own = await initiate({ skonto: { basisPoints: 325, days: 7 } });
    expect(own.case.skonto).toMatchObject({ discount: { amount: '3.87' }, lastDay: addDays(today(), 7) });
    expect(await setUp({ skonto: null })).toMatchObject({ organization: { skonto: null } });
  });

  it('is refused where it cannot be meant', async () => {
    const refused = async (deviation: Readonly<Record<string, unknown>>) => {
      const { fields } = await initiate(deviation);
      return fields.map(({ path, code }: { path: string[]; code: string }) => `${path.join('.')} ${code}`);
    };
    expect(await refused({ skonto: TERMS, dueOn: addDays(today(), 13) })).toEqual([
      'input.skonto.days SKONTO_OUTLASTS_TERM',
    ]);
    for (const skonto of [
      { basisPoints: 0, days: 14 },
      { basisPoints: 10_000, days: 14 },
    ])
      expect(await refused({ skonto })).toEqual(['input.skonto.basisPoints OUT_OF_RANGE']);
    expect(await refused({ skonto: { basisPoints: 200, days: 91 } })).toEqual([
      'input.skonto.days OUT_OF_RANGE',
    ]);
    const half = await send(await stage.signIn('CLERK'), 'initiatePayment', claim({ skonto: { days: 14 } }));
    expect(half.errors).toHaveLength(1);
  });

  it('stands on the invoice, in its mail and on the pay page, whose GiroCode keeps the whole amount', async () => {
    const caseId = await stage.desk.waiting({ skonto: TERMS });
    await stage.settle();
    const row = await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.invoice.findFirstOrThrow({ where: { caseId } }),
    );
    const { skonto } = invoiceSnapshotSchema.parse(row.snapshot);
    expect(skonto).toMatchObject({ ...TERMS, reduced: { amount: '116.62' } });
    expect(await pageOf(caseId)).toMatchObject({
      amountOpen: { amount: '119.00' },
      bankTransfer: {
        giroCode: expect.stringContaining('EUR119.00'),
        skonto: { lastDay: skonto?.lastDay, reduced: { amount: '116.62' } },
      },
    });
    const { customer } = await stage.desk.read(caseId);
    const mails = await stage.sandbox.mailsTo(customer.data.email ?? '');
    const texts = mails.map(({ text }) => text);
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toMatch(/2\s%\sSkonto abziehen und zahlen nur 116,62/);
  });

  it('is not offered any more when its last day is over, and what was agreed is not changed', async () => {
    const { case: started } = await initiate({ skonto: { basisPoints: 100, days: 1 } });
    const caseId = decodeId('PaymentCase', started.id, ['id']);
    expect((await pageOf(caseId)).bankTransfer.skonto).not.toBeNull();
    const change = withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.paymentCase.updateMany({ where: { id: caseId }, data: { skontoDays: 30 } }),
    );
    await expect(change).rejects.toThrow(/skonto_days/);
    await stage.passDays(2);
    expect((await pageOf(caseId)).bankTransfer.skonto).toBeNull();
  });

  it('is not for transfers to the provider, which would lie there in part', async () => {
    await setUp({ skonto: TERMS, transfersTo: 'PROVIDER' });
    expect((await initiate()).case.skonto).toBeNull();
    expect(await initiate({ skonto: TERMS })).toMatchObject({
      fields: [{ path: ['input', 'skonto'], code: 'SKONTO_NEEDS_OWN_TRANSFERS' }],
    });
  });
});
