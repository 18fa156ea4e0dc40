import { describe, expect, it } from 'vitest';
import { aPerson } from '../customers/customer.fixture.ts';
import { priceInvoice } from '../invoices/invoice-lines.ts';
import { money } from '../money/money.ts';
import type { PaymentLink } from './payment-link.ts';
import { type StartFromLink, startFromLink } from './start-from-link.ts';

const eur = (minor: bigint) => money(minor, 'EUR');

const aLink = (deviation: Partial<PaymentLink> = {}): PaymentLink => ({
  id: 'link',
  title: { de: 'Werkstattkurs', en: 'Workshop' },
  description: { de: 'Samstags', en: 'On Saturdays' },
  amount: { kind: 'FIXED', amount: eur(119_00n) },
  taxCase: 'DE_19',
  expiresOn: null,
  enabled: true,
  ...deviation,
});

const FREE = { amount: { kind: 'FREE', minimum: eur(5_00n), maximum: eur(50_00n) }, taxCase: null } as const;
const DAY = { today: '2026-11-23', paymentTermDays: 14 };

const start = (link: Partial<PaymentLink> = {}, said: Partial<StartFromLink> = {}) =>
  startFromLink(aLink(link), { amount: null, customer: aPerson(), reference: 'B-7', ...said }, DAY);

const refusal = (link: Partial<PaymentLink>, said: Partial<StartFromLink> = {}) => {
  const started = start(link, said);
  if (started.ok) return null;
  const { code, fields } = started.refusal;
  return fields ? fields.map((one) => `${one.field} ${one.code}`).join() : code;
};

describe('startFromLink', () => {
  it('claims the fixed amount with an invoice line that adds up to it', () => {
    const started = start({}, { customer: aPerson({ language: 'en' }) });
    expect(started).toMatchObject({
      ok: true,
      input: { channel: 'ONLINE', invoicing: 'ISSUE', dueOn: '2026-12-07', reference: 'B-7' },
    });
    const lines = started.ok ? started.input.lines : [];
    expect(lines.map(({ name }) => name)).toEqual(['Workshop']);
    expect(started.ok && priceInvoice(started.input, 'EUR').gross).toEqual(eur(119_00n));
  });

  it('claims exactly an amount that no net amount comes to', () => {
    const started = start({ amount: { kind: 'FIXED', amount: eur(3n) } });
    expect(started.ok && priceInvoice(started.input, 'EUR')).toMatchObject({ net: eur(3n), gross: eur(3n) });
  });

  it('claims what the customer chooses, on a statement', () => {
    const started = start(FREE, { amount: eur(12_34n) });
    expect(started).toMatchObject({
      ok: true,
      input: { amountDue: eur(12_34n), invoicing: 'STATEMENT', lines: [], supply: null },
    });
  });

  it('takes the limits themselves', () => {
    expect(refusal(FREE, { amount: eur(5_00n) })).toBeNull();
    expect(refusal(FREE, { amount: eur(50_00n) })).toBeNull();
  });

  it.each([
    ['LINK_NOT_VALID', { enabled: false }, {}],
    ['LINK_NOT_VALID', { expiresOn: '2026-11-22' }, {}],
    ['amount AMOUNT_IS_FIXED', {}, { amount: eur(1n) }],
    ['amount REQUIRED', FREE, {}],
    ['amount BELOW_MINIMUM', FREE, { amount: eur(4_99n) }],
    ['amount ABOVE_MAXIMUM', FREE, { amount: eur(50_01n) }],
    ['amount CURRENCY_DIFFERS', FREE, { amount: money(10_00n, 'CHF') }],
  ])('refuses with %s', (expected, link, said) => {
    expect(refusal(link, said)).toBe(expected);
  });
});
