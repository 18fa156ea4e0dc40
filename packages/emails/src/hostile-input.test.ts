import type { Locale } from '@zahlwerk/domain/money/format-money';
import { describe, expect, it } from 'vitest';
import { renderMessage } from './render.ts';
import { SAMPLES } from './samples.fixture.ts';
import type { PropsByTemplate, TemplateId } from './templates.ts';

/** Props whose text comes from customers, partners or members, in every template that shows it. */
const FREE_TEXT = new Set([
  'customerName',
  'orderReference',
  'purpose',
  'furtherItems',
  'detail',
  'recipientName',
  'inviterName',
  'inviteeName',
  'name',
  'street',
  'city',
  'holder',
  'bankName',
  'register',
  'management',
  'invoiceNumber',
  'number',
  'code',
]);

const withText = (value: unknown, hostile: string, key = ''): unknown => {
  if (typeof value === 'string') return FREE_TEXT.has(key) && !/^[A-Z_]+$/.test(value) ? hostile : value;
  if (Array.isArray(value)) return value.map((item) => withText(item, hostile, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withText(part, hostile, name)]),
  );
};

const renderWith = <TId extends TemplateId>(template: TId, hostile: string, locale: Locale = 'de') =>
  renderMessage(template, locale, withText(SAMPLES[template], hostile) as PropsByTemplate[TId]);

const TEMPLATE_IDS = Object.keys(SAMPLES) as TemplateId[];

describe.each(TEMPLATE_IDS)('hostile text in %s', (template) => {
  it('cannot add a header to the mail', async () => {
    const { subject } = await renderWith(
      template,
      'Roth\r\nBcc: alle@opfer.example\u2028X-Spam: no\u0085\u0000',
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
    expect(subject).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
  });

  it('cannot add a line to the plain text', async () => {
    const harmless = await renderWith(template, 'Roth');
    const hostile = await renderWith(template, 'Roth\r\n\r\n-- \r\nJetzt bezahlen:\rhttps\u2029opfer');
    expect(hostile.text.split(/\r\n|[\r\n\u2028\u2029]/)).toHaveLength(harmless.text.split('\n').length);
  });

  it('stays text in HTML', async () => {
    const { html } = await renderWith(
      template,
      `"><script>alert(1)</script><img src=x onerror='alert(2)'>{{1337*3}}\${1337*3}`,
    );
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/<img src=x/);
    expect(html).not.toMatch(/ onerror='/);
    expect(html).not.toContain('4011');
  });

  it('cannot turn the reading direction or hide characters', async () => {
    const deceptive = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad]/;
    const { subject, html, text } = await renderWith(template, 'Anna\u202egnp.exe\u2066\u200f\u00ad');
    expect(subject).not.toMatch(deceptive);
    expect(text).not.toMatch(deceptive);
    expect(html).not.toMatch(deceptive);
  });

  it('may be broken Unicode, empty or very long', async () => {
    for (const text of ['Roth \ud800', '', ' ', 'ä'.repeat(2_000), '🧾'.repeat(500)]) {
      const { subject, html } = await renderWith(template, text);
      expect(subject.isWellFormed()).toBe(true);
      expect(html.isWellFormed()).toBe(true);
      expect([...subject].length).toBeLessThanOrEqual(150);
    }
  });
});

describe('a name that wants the mail to carry a message of its own', () => {
  it.each([
    'Gewinn abholen auf opfer.example',
    'https://opfer.example',
    'www.opfer.example',
    'anna@opfer.example',
    `Anna ${'sehr '.repeat(20)}lang`,
  ])('is not greeted: %s', async (customerName) => {
    const { text, html } = await renderMessage('payment-request', 'de', {
      ...SAMPLES['payment-request'],
      customerName,
    });
    expect(text).toContain('\nGuten Tag,\n');
    expect(html).not.toContain(customerName);
  });

  it.each([
    'Dr. Frauke Lüders',
    "Siobhán O'Neill-Meyer",
    'J. R. Roth',
    '李小龍',
    'Atelier Nordlicht GmbH & Co. KG',
  ])('is greeted when it is a name: %s', async (customerName) => {
    const { text } = await renderMessage('receipt', 'en', { ...SAMPLES.receipt, customerName });
    expect(text).toContain(`\nHello ${customerName},\n`);
  });
});

describe('a link that is not one to a web page', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'ftp://nordlicht.example/pay',
    '//nordlicht.example/pay',
    '/pay/abc',
    'https://jana@nordlicht.example/pay',
    '',
  ])('is refused: %s', async (payUrl) => {
    const message = renderMessage('payment-request', 'de', { ...SAMPLES['payment-request'], payUrl });
    await expect(message).rejects.toThrow(RangeError);
  });

  it('cannot break out of its attribute', async () => {
    const payUrl = 'https://nordlicht.example/pay?"><script>alert(1)</script>';
    const { html } = await renderMessage('payment-request', 'de', { ...SAMPLES['payment-request'], payUrl });
    expect(html).not.toContain('<script');
  });
});
