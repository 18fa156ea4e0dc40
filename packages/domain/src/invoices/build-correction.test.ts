import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyFromJson } from '../money/money.schema.ts';
import { money, negate, sum } from '../money/money.ts';
import { buildCorrection } from './build-correction.ts';
import { someLines } from './invoice.arbitrary.ts';
import { aLine, anInvoice, charged } from './invoice.fixture.ts';
import { priceInvoice } from './invoice-lines.ts';
import { invoiceSnapshotSchema } from './invoice-snapshot.schema.ts';
import { splitCorrection } from './split-correction.ts';

const DRAFT = { number: 'RE-2026-0043', issuedOn: '2026-11-24', reason: 'Mangel' };

describe('splitCorrection', () => {
  it('takes net and VAT out of a gross amount, as the invoice is split', () => {
    expect(splitCorrection(charged([aLine()]), money(1_900n, 'EUR'))).toMatchObject([
      { taxCase: 'DE_19', net: { minor: 1_597n }, vat: { minor: 303n } },
    ]);
  });

  it('of the whole amount gives back exactly what the invoice has', () => {
    fc.assert(
      fc.property(someLines, (lines) => {
        const { groups, gross } = priceInvoice(charged(lines), 'EUR');
        fc.pre(gross.minor > 0n && groups.every(({ net }) => net.minor >= 0n));
        const split = splitCorrection(charged(lines), gross).map(({ net, vat }) => [net.minor, vat.minor]);
        const whole = groups.map(({ net, vat }) => [net.minor, vat.minor]);
        expect(split).toEqual(whole.filter(([net, vat]) => net !== 0n || vat !== 0n));
      }),
    );
  });

  it('adds up to the amount, whatever it is', () => {
    fc.assert(
      fc.property(someLines, fc.bigInt({ min: 1n, max: 1_000_000n }), (lines, minor) => {
        fc.pre(priceInvoice(charged(lines), 'EUR').groups.some(({ net, vat }) => net.minor + vat.minor > 0n));
        const amount = money(minor, 'EUR');
        const parts = splitCorrection(charged(lines), amount).flatMap(({ net, vat }) => [net, vat]);
        expect(sum('EUR', parts as never)).toEqual(amount);
      }),
    );
  });
});

describe('buildCorrection', () => {
  const correct = (minor: bigint, lines = [aLine()]) => {
    const amount = money(minor, 'EUR');
    return buildCorrection(anInvoice({ lines }), {
      ...DRAFT,
      amount,
      groups: splitCorrection(charged(lines), amount),
    });
  };

  it('names what it lowers, by how much and why, and asks for nothing', () => {
    const built = correct(1_900n);
    expect(built).toMatchObject({
      ok: true,
      snapshot: {
        kind: 'CORRECTION',
        number: 'RE-2026-0043',
        corrects: { kind: 'INVOICE', number: 'RE-2026-0042', issuedOn: '2026-11-23' },
        cancels: null,
        dueOn: null,
        lines: [{ name: 'Minderung', description: 'Mangel' }],
        totals: { net: { amount: '-15.97' }, vat: { amount: '-3.03' }, gross: { amount: '-19.00' } },
      },
    });
  });

  it('is a snapshot that adds up, whatever the lines and the amount', () => {
    fc.assert(
      fc.property(someLines, fc.bigInt({ min: 1n, max: 100_000n }), (lines, minor) => {
        fc.pre(priceInvoice(charged(lines), 'EUR').groups.some(({ net, vat }) => net.minor + vat.minor > 0n));
        const built = correct(minor, [...lines]);
        if (!built.ok) throw new Error(built.code);
        const parsed = invoiceSnapshotSchema.parse(structuredClone(built.snapshot));
        expect(moneyFromJson(parsed.totals.gross)).toEqual(negate(money(minor, 'EUR')));
      }),
    );
  });

  it.each([
    [{ number: 'x y' }, 'NUMBER_MALFORMED'],
    [{ issuedOn: '2026-11-22' }, 'ISSUED_BEFORE_ORIGINAL'],
  ])('is refused with %o', (wrong, code) => {
    const amount = money(1n, 'EUR');
    expect(buildCorrection(anInvoice(), { ...DRAFT, amount, groups: [], ...wrong })).toEqual({
      ok: false,
      code,
    });
  });

  it('corrects no correction', () => {
    const built = correct(1n);
    if (!built.ok) throw new Error(built.code);
    const again = buildCorrection(built.snapshot, { ...DRAFT, amount: money(1n, 'EUR'), groups: [] });
    expect(again).toEqual({ ok: false, code: 'NOT_CORRECTABLE' });
  });
});
