import { withTenant } from '@zahlwerk/db/tenant';
import { invoiceSnapshotSchema } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { moneyFromJson } from '@zahlwerk/domain/money/money.schema';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { today } from '../../test/a-desk.ts';
import { call } from '../../test/case-call.ts';
import { decodeId } from '../graphql/ids.ts';

const LOYALTY = { amount: '10.00', reason: 'Treuerabatt' };

const claim = (deviation: Readonly<Record<string, unknown>> = {}) => ({
  customer: { kind: 'PERSON', familyName: 'Sander', email: 'sander@example.org', language: 'de' },
  // 90.00 and 50.00, less 6.43 and 3.57, with 19 and 7 percent.
  amount: { amount: '149.13', currency: 'EUR' },
  lines: [
    { name: 'Tisch', quantity: '1', unitPrice: '100', taxCase: 'DE_19', discount: { percent: '10' } },
    { name: 'Buch', quantity: '2', unitPrice: '25', taxCase: 'DE_7' },
  ],
  discount: LOYALTY,
  supply: { from: today(), to: today() },
  dueOn: addDays(today(), 30),
  ...deviation,
});

describe('discounts', { timeout: 60_000 }, () => {
  let stage: ConnectedDesk;

  beforeAll(async () => {
    stage = await aConnectedDesk();
  });
  afterAll(() => stage.stop());

  const initiate = async (deviation: Readonly<Record<string, unknown>> = {}) =>
    call(
      await stage.signIn('CLERK'),
      'initiatePayment',
      claim(deviation),
      'case { id amountDue { amount } }',
    );

  const refused = async (deviation: Readonly<Record<string, unknown>>): Promise<readonly string[]> =>
    (await initiate(deviation)).fields.map(
      ({ path, code }: { path: readonly string[]; code: string }) => `${path.join('.')} ${code}`,
    );

  it('are part of the claim, and frozen with it', async () => {
    const { case: started } = await initiate();
    expect(started.amountDue.amount).toBe('149.13');
    const caseId = decodeId('PaymentCase', started.id, ['id']);
    expect(await stage.desk.read(caseId)).toMatchObject({
      discount: { percent: null, ...LOYALTY },
      lines: [{ discount: { percent: '10', amount: null, reason: null } }, { discount: null }],
    });
    const change = withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.paymentCase.updateMany({ where: { id: caseId }, data: { discountAmount: '50.00' } }),
    );
    await expect(change).rejects.toThrow(/discount_amount/);
  });

  it('that do not fit the amount or the price are refused at their place', async () => {
    const amount = (text: string) => ({ amount: { amount: text, currency: 'EUR' } });
    expect(await refused(amount('160.60'))).toEqual(['input.amount DIFFERS_FROM_LINES']);
    expect(await refused({ discount: { amount: '140.01' } })).toEqual(['input.discount DISCOUNT_TOO_LARGE']);
    expect(await refused({ discount: { amount: '0.001' } })).toEqual([
      'input.discount.amount TOO_MANY_DECIMALS',
    ]);
    expect(await refused({ discount: { amount: '5', percent: '5' } })).toEqual([
      'input.discount ONE_OF_PERCENT_AND_AMOUNT',
    ]);
    expect(await refused({ discount: { percent: '100.5' } })).toEqual([
      'input.discount.percent OUT_OF_RANGE',
    ]);
    const lines = [
      { name: 'Gutschein', quantity: '1', unitPrice: '-5', taxCase: 'DE_19', discount: LOYALTY },
    ];
    expect(await refused({ lines, discount: null })).toContain(
      'input.lines.0.discount DISCOUNT_WITHOUT_PRICE',
    );
  });

  it('leave invoice, ledger and claim equal to the cent', async () => {
    const { desk } = stage;
    const { lines } = claim();
    const caseId = await desk.waiting({
      amountDue: { minor: 14_913n, currency: 'EUR' },
      lines: lines.map((line) => ({
        ...{ description: null, unit: 'C62', exemptionReason: null },
        ...{ name: line.name, quantity: line.quantity, unitPrice: line.unitPrice },
        taxCase: line.taxCase === 'DE_7' ? 'DE_7' : 'DE_19',
        discount: line.discount ? { percent: '10', amount: null, reason: null } : null,
      })),
      discount: { percent: null, ...LOYALTY },
    });
    await stage.settle();
    const { row, posted } = await withTenant(stage.ports.db, stage.organizationId, async (tx) => {
      const found = await tx.invoice.findFirstOrThrow({ where: { caseId } });
      const entry = await tx.journalEntry.findFirstOrThrow({
        where: { source: `invoice:${found.id}` },
        include: { lines: { include: { account: true } } },
      });
      return { row: found, posted: entry.lines };
    });
    const { totals, discount, open, vatGroups } = invoiceSnapshotSchema.parse(row.snapshot);
    expect(discount).toMatchObject({ base: { amount: '140.00' }, amount: { amount: '10.00' } });
    expect([totals.net.amount, totals.gross.amount, open.amount]).toEqual(['130.00', '149.13', '149.13']);
    expect(row.grossMinor).toBe(14_913n);
    const figures = [
      moneyFromJson(totals.gross).minor,
      ...vatGroups.flatMap(({ net, vat }) => [-moneyFromJson(net).minor, -moneyFromJson(vat).minor]),
    ];
    expect(posted.map(({ amountMinor }) => amountMinor).toSorted()).toEqual(figures.toSorted());
    expect(row.documentId).not.toBeNull();
  });
});
