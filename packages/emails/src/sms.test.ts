import { money } from '@zahlwerk/domain/money/money';
import { describe, expect, it } from 'vitest';
import { gsmText, septets } from './gsm-text.ts';
import { renderSms, type SmsProps, smsParts } from './sms.ts';

const request: SmsProps['payment-request'] = {
  businessName: 'Atelier Nordlicht GmbH',
  amount: money(123450n, 'EUR'),
  dueOn: '2026-12-07',
  reference: 'ZV-2026-000042',
  payUrl: 'https://zahlen.nordlicht.example/pay/k3Jq8zT1vXw7Lr5N',
};

const receipt: SmsProps['receipt'] = {
  businessName: 'Atelier Nordlicht GmbH',
  amount: money(123450n, 'EUR'),
  receivedOn: '2026-11-30',
  reference: 'ZV-2026-000042',
  orderReference: 'B-20731',
};

describe('an SMS', () => {
  it('asks for a payment in one line with amount, day, reference and link', () => {
    expect(renderSms('payment-request', 'de', request)).toBe(
      'Atelier Nordlicht GmbH: Bitte zahlen Sie 1.234,50 € bis 07.12.2026, Ref. ZV-2026-000042: https://zahlen.nordlicht.example/pay/k3Jq8zT1vXw7Lr5N',
    );
    expect(renderSms('payment-request', 'en', request)).toBe(
      'Atelier Nordlicht GmbH: please pay €1,234.50 by 07/12/2026, ref. ZV-2026-000042: https://zahlen.nordlicht.example/pay/k3Jq8zT1vXw7Lr5N',
    );
  });

  it('confirms a payment with date, amount, reference and order', () => {
    expect(renderSms('receipt', 'de', receipt)).toBe(
      'Atelier Nordlicht GmbH: Ihre Zahlung von 1.234,50 € ist am 30.11.2026 eingegangen (ZV-2026-000042, Bestellung B-20731). Vielen Dank!',
    );
    expect(renderSms('receipt', 'en', { ...receipt, orderReference: null })).toBe(
      'Atelier Nordlicht GmbH: we received your payment of €1,234.50 on 30/11/2026 (ZV-2026-000042). Thank you!',
    );
  });

  it('confirms a part of a payment, with what is still open and where to pay it', () => {
    const part: SmsProps['partial-received'] = {
      businessName: 'Atelier Nordlicht GmbH',
      received: money(90000n, 'EUR'),
      receivedOn: '2026-11-30',
      open: money(10000n, 'EUR'),
      reference: 'ZV-2026-000042',
      payUrl: request.payUrl,
    };
    const texts = (['de', 'en'] as const).map((locale) => renderSms('partial-received', locale, part));
    expect(texts).toEqual([
      'Atelier Nordlicht GmbH: 900,00 € sind am 30.11.2026 eingegangen (ZV-2026-000042). Noch offen: 100,00 €. https://zahlen.nordlicht.example/pay/k3Jq8zT1vXw7Lr5N',
      'Atelier Nordlicht GmbH: we received €900.00 on 30/11/2026 (ZV-2026-000042). Still open: €100.00. https://zahlen.nordlicht.example/pay/k3Jq8zT1vXw7Lr5N',
    ]);
    expect(texts.map(smsParts)).toEqual([1, 1]);
  });

  it('carries a one-time code', () => {
    const code = { businessName: 'Atelier Nordlicht GmbH', code: '482913', validMinutes: 10 };
    expect(renderSms('sign-in-code', 'de', code)).toBe(
      '482913 ist Ihr Einmalcode für Atelier Nordlicht GmbH, gültig 10 Min. Bitte niemandem weitergeben.',
    );
    expect(renderSms('sign-in-code', 'en', code)).toBe(
      '482913 is your one-time code for Atelier Nordlicht GmbH, valid 10 min. Do not share it with anybody.',
    );
  });

  it('fits one SMS by shortening the name of the business, never what matters', () => {
    const businessName = 'Gesellschaft für angewandte Lichtgestaltung und Möbelbau Köln-Ehrenfeld mbH';
    for (const locale of ['de', 'en'] as const) {
      const text = renderSms('payment-request', locale, { ...request, businessName });
      expect(smsParts(text)).toBe(1);
      expect(text).toMatch(/^Gesellschaft .*\./);
      expect(text).toContain(request.payUrl);
      expect(text).toContain('ZV-2026-000042');
    }
  });

  it('grows to a second part rather than lose the name when the link alone is long', () => {
    const text = renderSms('payment-request', 'de', {
      ...request,
      payUrl: `https://n.example/${'a'.repeat(120)}`,
    });
    expect(text).toMatch(/^Atelier Nor\.: Bitte/);
    expect(smsParts(text)).toBe(2);
  });

  it('uses only characters of the GSM alphabet, whatever the business is called', () => {
    for (const businessName of ['Bäckerei Šimůnek – „Łódź“', '中文商店', 'Café ☕ Ünal', 'A\r\nB\u202e'])
      for (const locale of ['de', 'en'] as const) {
        const text = renderSms('receipt', locale, { ...receipt, businessName });
        expect(gsmText(text)).toBe(text);
        expect(text).not.toContain('\n');
      }
  });

  it('refuses a link that is not one to a web page', () => {
    expect(() => renderSms('payment-request', 'de', { ...request, payUrl: 'javascript:alert(1)' })).toThrow(
      RangeError,
    );
  });
});

describe('GSM text', () => {
  it('keeps what phones know and replaces the rest by what looks alike', () => {
    expect(gsmText('Größe: 5 € – „Łódź“ Šimůnek…')).toBe('Größe: 5 € - "Lódz" Simunek...'.replace('ó', 'o'));
    expect(gsmText('1.234,50\u00a0€')).toBe('1.234,50 €');
    expect(gsmText('中文')).toBe('??');
  });

  it('counts the euro sign and brackets twice', () => {
    expect(septets('5 €')).toBe(4);
    expect(septets('[a]')).toBe(5);
    expect(septets('äöüß')).toBe(4);
  });
});
