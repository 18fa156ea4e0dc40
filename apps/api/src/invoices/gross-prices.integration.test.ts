import { withTenant } from '@zahlwerk/db/tenant';
import { invoiceSnapshotSchema } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import { moneyFromJson } from '@zahlwerk/domain/money/money.schema';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { today } from '../../test/a-desk.ts';
import { call } from '../../test/case-call.ts';
import { decodeId } from '../graphql/ids.ts';

const claim = (deviation: Readonly<Record<string, unknown>> = {}) => ({
  customer: { kind: 'PERSON', familyName: 'Sander', email: 'sander@example.org', language: 'de' },
  amount: { amount: '29.97', currency: 'EUR' },
  taxBehavior: 'INCLUSIVE',
  lines: [{ name: 'Kerze', quantity: '3', unitPrice: '9.99', taxCase: 'DE_19' }],
  supply: { from: today(), to: today() },
  dueOn: addDays(today(), 30),
  ...deviation,
});

describe('prices that include VAT', { timeout: 60_000 }, () => {
  let stage: ConnectedDesk;

  beforeAll(async () => {
    stage = await aConnectedDesk();
  });
  afterAll(() => stage.stop());

  const initiate = async (deviation: Readonly<Record<string, unknown>> = {}) =>
    call(await stage.signIn('CLERK'), 'initiatePayment', claim(deviation), 'case { id }');

  it('are exactly what is claimed, and stay what they are', async () => {
    const caseId = decodeId('PaymentCase', (await initiate()).case.id, ['id']);
    expect(await stage.desk.read(caseId)).toMatchObject({
      taxBehavior: 'INCLUSIVE',
      amountDue: { minor: 2_997n },
      lines: [{ unitPrice: '9.99' }],
    });
    const change = withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.paymentCase.updateMany({ where: { id: caseId }, data: { taxBehavior: 'EXCLUSIVE' } }),
    );
    await expect(change).rejects.toThrow(/tax_behavior/);
  });

  it('are net where nobody says otherwise, and limited where they could not be written down', async () => {
    const { fields } = await initiate({ taxBehavior: 'EXCLUSIVE' });
    expect(fields).toMatchObject([{ path: ['input', 'amount'], code: 'DIFFERS_FROM_LINES' }]);
    const lines = [{ name: 'Schraube', quantity: '100001', unitPrice: '0.01', taxCase: 'DE_19' }];
    expect((await initiate({ lines, amount: { amount: '1000.01', currency: 'EUR' } })).fields).toMatchObject([
      { path: ['input', 'lines', '0', 'quantity'], code: 'OUT_OF_RANGE' },
    ]);
  });

  it('leave invoice, ledger and claim equal to the cent, also where no net amount exists', async () => {
    const { desk } = stage;
    const line = {
      description: null,
      quantity: '1',
      unit: 'C62',
      discount: null,
      exemptionReason: null,
    } as const;
    const caseId = await desk.waiting({
      amountDue: { minor: 503n, currency: 'EUR' },
      taxBehavior: 'INCLUSIVE',
      lines: [
        { ...line, name: 'Dübel', unitPrice: '0.03', taxCase: 'DE_19' },
        { ...line, name: 'Heft', unitPrice: '5.00', taxCase: 'DE_7' },
      ],
    });
    await stage.settle();
    const { row, posted } = await withTenant(stage.ports.db, stage.organizationId, async (tx) => {
      const found = await tx.invoice.findFirstOrThrow({ where: { caseId } });
      const entry = await tx.journalEntry.findFirstOrThrow({
        where: { source: `invoice:${found.id}` },
        include: { lines: true },
      });
      return { row: found, posted: entry.lines.map(({ amountMinor }) => amountMinor) };
    });
    const { totals, open, vatGroups, lines } = invoiceSnapshotSchema.parse(row.snapshot);
    expect([totals.gross.amount, open.amount, row.grossMinor]).toEqual(['5.03', '5.03', 503n]);
    expect(lines.map(({ gross }) => gross?.amount.amount)).toEqual(['0.03', '5.00']);
    const figures = vatGroups.flatMap(({ net, vat }) => [moneyFromJson(net).minor, moneyFromJson(vat).minor]);
    expect(figures).toEqual([3n, 0n, 467n, 33n]);
    expect(posted.toSorted()).toEqual(
      [503n, ...figures.filter((minor) => minor !== 0n).map((minor) => -minor)].toSorted(),
    );
    expect(row.documentId).not.toBeNull();
  });
});
