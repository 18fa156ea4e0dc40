import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyFromJson } from '../money/money.schema.ts';
import { money, sum } from '../money/money.ts';
import { someLines } from './invoice.arbitrary.ts';
import { anInvoice } from './invoice.fixture.ts';
import { type InvoiceSnapshot, invoiceSnapshotSchema } from './invoice-snapshot.schema.ts';
import { buildStorno } from './storno.ts';

const CANCEL = { number: 'RE-2026-0043', issuedOn: '2026-11-24', reason: 'Falscher Empfänger' };

const aStorno = (original: InvoiceSnapshot): InvoiceSnapshot => {
  const built = buildStorno(original, CANCEL);
  if (!built.ok) throw new Error(built.code);
  return built.snapshot;
};

describe('buildStorno', () => {
  it('refers to number and day of the original and asks for nothing', () => {
    expect(aStorno(anInvoice())).toMatchObject({
      kind: 'STORNO',
      number: 'RE-2026-0043',
      cancels: { kind: 'INVOICE', number: 'RE-2026-0042', issuedOn: '2026-11-23' },
      dueOn: null,
      intro: 'Falscher Empfänger',
      totals: { gross: { amount: '-151.10' } },
    });
  });

  it('sums to zero with its original, per line, per VAT group and in total', () => {
    fc.assert(
      fc.property(someLines, fc.bigInt({ min: 0n, max: 100n }), (lines, paid) => {
        const original = anInvoice({ lines, paid: money(paid, 'EUR') });
        const storno = aStorno(original);
        const figures = (snapshot: InvoiceSnapshot) => [
          ...snapshot.lines.map((line) => line.net),
          ...snapshot.vatGroups.flatMap((group) => [group.net, group.vat]),
          ...Object.values(snapshot.totals),
        ];
        const mirrored = figures(storno).map(moneyFromJson);
        figures(original)
          .map(moneyFromJson)
          .forEach((amount, index) => {
            expect(sum('EUR', [amount, mirrored[index] ?? amount] as never)).toEqual(money(0n, 'EUR'));
          });
        expect(invoiceSnapshotSchema.parse(storno)).toEqual(storno);
      }),
    );
  });

  it.each([
    ['STORNO_OF_STORNO', aStorno(anInvoice()), { ...CANCEL, number: 'RE-2026-0044' }],
    ['NUMBER_REPEATED', anInvoice(), { ...CANCEL, number: 'RE-2026-0042' }],
    ['NUMBER_MALFORMED', anInvoice(), { ...CANCEL, number: '' }],
    ['ISSUED_BEFORE_ORIGINAL', anInvoice(), { ...CANCEL, issuedOn: '2026-11-22' }],
  ])('is refused: %s', (code, original, cancel) => {
    expect(buildStorno(original, cancel)).toEqual({ ok: false, code });
  });
});
