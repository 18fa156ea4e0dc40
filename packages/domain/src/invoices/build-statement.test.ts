import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { buildStatement, type StatementDraft } from './build-statement.ts';
import { aDraft } from './invoice.fixture.ts';
import { invoiceSnapshotSchema } from './invoice-snapshot.schema.ts';
import { buildStorno } from './storno.ts';

const aStatement = (overrides: Partial<StatementDraft> = {}) => {
  const { supply: _supply, lines: _lines, ...frame } = aDraft();
  const lines = [{ name: 'Kaution', description: null, amount: money(50000n, 'EUR') }];
  return buildStatement({ ...frame, number: 'AB-2026-0001', lines, ...overrides });
};

describe('buildStatement', () => {
  it('names amounts and says nothing about VAT', () => {
    const built = aStatement({ paid: money(10000n, 'EUR') });
    expect(built).toMatchObject({
      ok: true,
      snapshot: {
        kind: 'STATEMENT',
        vatGroups: [],
        lines: [{ taxCase: null, rate: null, net: { amount: '500.00' } }],
        totals: { net: { amount: '500.00' }, vat: { amount: '0.00' }, gross: { amount: '500.00' } },
        open: { amount: '400.00' },
      },
    });
    if (!built.ok) throw new Error('refused');
    expect(invoiceSnapshotSchema.parse(built.snapshot)).toEqual(built.snapshot);
    const storno = buildStorno(built.snapshot, {
      number: 'AB-2026-0002',
      issuedOn: '2026-11-30',
      reason: null,
    });
    expect(storno.ok && invoiceSnapshotSchema.safeParse(storno.snapshot).success).toBe(true);
  });

  it('lists what it lacks', () => {
    expect(aStatement({ number: 'ö', lines: [], dueOn: '2020-01-01' })).toEqual({
      ok: false,
      codes: ['NUMBER_MALFORMED', 'DUE_BEFORE_ISSUE', 'LINES_MISSING'],
    });
    const nothing = [{ name: 'x', description: null, amount: money(0n, 'EUR') }];
    expect(aStatement({ lines: nothing })).toEqual({ ok: false, codes: ['TOTAL_NOT_POSITIVE'] });
    const dollars = [{ name: 'x', description: null, amount: money(1n, 'USD') }];
    expect(aStatement({ lines: dollars, paid: money(-1n, 'EUR') })).toEqual({
      ok: false,
      codes: ['PAID_MALFORMED', 'CURRENCY_DIFFERS'],
    });
  });
});
