import { html } from 'hono/html';
import type { Markup } from '../stripe/hosted/layout.ts';
import { formatAmount, formatDate, type Language } from '../stripe/hosted/texts.ts';

/** A button that posts one step and comes back to the page it stands on. */
export const step = (action: string, label: string, values: Record<string, string> = {}): Markup =>
  html`<form method="post" action="${action}" class="step">${Object.entries(values).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}
<button type="submit">${label}</button></form>`;

/** Objects that a person looks up here, in the order of a payment's life. */
export const BROWSABLE = [
  'customers',
  'cashBalanceTransactions',
  'paymentMethods',
  'checkoutSessions',
  'setupIntents',
  'paymentIntents',
  'charges',
  'readers',
  'locations',
  'refunds',
  'disputes',
  'earlyFraudWarnings',
  'balanceTransactions',
  'payouts',
  'mandates',
  'webhookEndpoints',
] as const;
export type Browsable = (typeof BROWSABLE)[number];

export const isBrowsable = (name: string): name is Browsable => BROWSABLE.some((known) => known === name);

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** One line about any object: state, amount, name, date. */
export const glance = (value: object, language: Language): string => {
  const read = (key: string): unknown => Reflect.get(value, key);
  const amount = read('amount') ?? read('amount_total');
  const currency = read('currency');
  const created = read('created');
  return [
    text(read('status')),
    typeof amount === 'number' && typeof currency === 'string'
      ? formatAmount(amount, currency, language)
      : '',
    text(read('type')),
    text(read('email')),
    text(read('name')),
    text(read('description')),
    text(read('url')),
    typeof created === 'number' ? formatDate(created, language) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
};
