import { describe, expect, it } from 'vitest';
import { money } from '../money/money.ts';
import { anInvoice } from './invoice.fixture.ts';
import { type InvoiceSnapshot, invoiceSnapshotSchema } from './invoice-snapshot.schema.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' as const });
const messages = (snapshot: unknown) =>
  invoiceSnapshotSchema.safeParse(snapshot).error?.issues.map((issue) => issue.message) ?? [];

describe('invoiceSnapshotSchema', () => {
  it('takes what buildInvoice makes', () => {
    expect(messages(anInvoice({ paid: money(100n, 'EUR') }))).toEqual([]);
  });

  it('takes what was frozen before there were e-invoices', () => {
    const { email: _email, ...buyer } = anInvoice().buyer;
    const { corrects: _corrects, ...older } = anInvoice();
    expect(invoiceSnapshotSchema.parse({ ...older, buyer })).toEqual({
      ...anInvoice(),
      buyer: { ...buyer, email: null },
    });
  });

  const original = anInvoice();
  const [first, second] = original.lines;
  const [group] = original.vatGroups;
  it.each([
    ['LINE_NET_WRONG', { lines: [{ ...first, net: eur('100.01') }, second] }],
    ['LINE_NET_WRONG', { lines: [{ ...first, quantity: '3' }, second] }],
    ['VAT_GROUP_WRONG', { vatGroups: [{ ...group, vat: eur('18.99') }, original.vatGroups[1]] }],
    ['VAT_GROUP_WRONG', { vatGroups: [group] }],
    ['VAT_GROUP_WRONG', { vatGroups: [...original.vatGroups, group] }],
    ['TOTALS_WRONG', { totals: { ...original.totals, gross: eur('151.11') } }],
    ['OPEN_WRONG', { open: eur('151.09') }],
    ['OPEN_WRONG', { paid: eur('1.00') }],
    ['CURRENCY_DIFFERS', { currency: 'USD' }],
    ['CURRENCY_DIFFERS', { open: { amount: '151.10', currency: 'USD' } }],
    ['CURRENCY_DIFFERS', { open: eur('151.100') }],
    ['CANCELS_WRONG', { kind: 'STORNO' }],
    ['CANCELS_WRONG', { cancels: { kind: 'INVOICE', number: 'RE-1', issuedOn: '2026-01-01' } }],
    ['VAT_ON_STATEMENT', { kind: 'STATEMENT' }],
    ['MALFORMED', { open: eur('abc') }],
    ['MALFORMED', { vatGroups: [{ ...group, rate: '1e3' }, original.vatGroups[1]] }],
  ])('refuses altered figures: %s', (message, change) => {
    expect(messages({ ...original, ...(change as Partial<InvoiceSnapshot>) })).toEqual([message]);
  });

  it('refuses days that do not exist and fields it does not know', () => {
    expect(invoiceSnapshotSchema.safeParse({ ...original, issuedOn: '2026-02-30' }).success).toBe(false);
    expect(invoiceSnapshotSchema.safeParse({ ...original, note: 'x' }).success).toBe(false);
  });
});
