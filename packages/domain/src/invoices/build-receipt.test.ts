import { describe, expect, it } from 'vitest';
import { aCompany } from '../customers/customer.fixture.ts';
import { type Currency, type Money, money } from '../money/money.ts';
import { buildReceipt, type ReceiptDraft } from './build-receipt.ts';
import { aSeller } from './invoice.fixture.ts';
import { receiptSnapshotSchema } from './receipt-snapshot.schema.ts';

const eur = (minor: bigint): Money => money<Currency>(minor, 'EUR');

const allocation = (amount: Money, openAfter: Money) => ({
  caseNumber: 'ZV-2026-000042',
  invoiceNumber: 'RE-2026-0042',
  orderReference: 'B-77',
  amount,
  openAfter,
});

const receipt = (overrides: Partial<ReceiptDraft> = {}) =>
  buildReceipt({
    number: 'ZB-2026-0001',
    locale: 'de',
    issuedOn: '2026-11-25',
    seller: aSeller(),
    customer: aCompany(),
    customerNumber: 'K-000042',
    payment: {
      amount: eur(90000n),
      receivedOn: '2026-11-24',
      method: 'BANK_TRANSFER',
      payer: 'Bäckerei Sonnenschein GmbH',
      reference: 'ZV-2026-000042',
    },
    allocations: [allocation(eur(90000n), eur(10000n))],
    ...overrides,
  });

describe('buildReceipt', () => {
  it('names payment, use and what is still open', () => {
    const built = receipt();
    expect(built).toMatchObject({
      ok: true,
      snapshot: {
        kind: 'RECEIPT',
        payment: { amount: { amount: '900.00' }, receivedOn: '2026-11-24', method: 'BANK_TRANSFER' },
        allocations: [
          { invoiceNumber: 'RE-2026-0042', amount: { amount: '900.00' }, openAfter: { amount: '100.00' } },
        ],
        credit: { amount: '0.00' },
      },
    });
    expect(built.ok && receiptSnapshotSchema.parse(JSON.parse(JSON.stringify(built.snapshot)))).toEqual(
      built.ok && built.snapshot,
    );
  });

  it('shows as credit what no allocation uses', () => {
    expect(receipt({ allocations: [allocation(eur(80000n), eur(0n))] })).toMatchObject({
      snapshot: { credit: { amount: '100.00' } },
    });
    expect(receipt({ allocations: [] })).toMatchObject({ snapshot: { credit: { amount: '900.00' } } });
  });

  const payment = {
    amount: eur(0n),
    receivedOn: '2026-11-24',
    method: 'CARD',
    payer: null,
    reference: null,
  } as const;
  it.each([
    ['NUMBER_MALFORMED', { number: 'ZB 1' }],
    ['AMOUNT_NOT_POSITIVE', { payment }],
    ['CURRENCY_DIFFERS', { allocations: [allocation(money(1n, 'USD'), eur(0n))] }],
    ['ALLOCATION_NOT_POSITIVE', { allocations: [allocation(eur(0n), eur(0n))] }],
    ['OPEN_NEGATIVE', { allocations: [allocation(eur(1n), eur(-1n))] }],
    ['ALLOCATIONS_EXCEED_PAYMENT', { allocations: [allocation(eur(90001n), eur(0n))] }],
  ] satisfies [string, Partial<ReceiptDraft>][])('is refused: %s', (code, overrides) => {
    expect(receipt(overrides)).toEqual({ ok: false, code });
  });
});
