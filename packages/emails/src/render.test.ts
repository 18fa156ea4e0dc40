import type { Locale } from '@zahlwerk/domain/money/format-money';
import { describe, expect, it } from 'vitest';
import { type RenderedMessage, renderMessage } from './render.ts';
import { SAMPLES } from './samples.fixture.ts';
import { isTemplateId, type PropsByTemplate, type TemplateId } from './templates.ts';

const TEMPLATE_IDS = Object.keys(SAMPLES) as TemplateId[];
const LOCALES: readonly Locale[] = ['de', 'en'];
const EVERY = TEMPLATE_IDS.flatMap((template) => LOCALES.map((locale) => ({ template, locale })));

const renderSample = <TId extends TemplateId>(
  template: TId,
  locale: Locale,
  overrides: Partial<PropsByTemplate[TId]> = {},
): Promise<RenderedMessage> => renderMessage(template, locale, { ...SAMPLES[template], ...overrides });

const AMOUNT = { de: '1.234,50 €', en: '€1,234.50' };
const REST = { de: '334,50 €', en: '€334.50' };
const REFUNDED = { de: '205,00 €', en: '€205.00' };
const REFERENCE = 'ZV-2026-000042';
const PAY = 'https://zahlen.nordlicht.example/pay/k3Jq8zT1vXw7Lr5N';
const METHOD = 'https://zahlen.nordlicht.example/method/p9Xc4bR6';

/** What a reader must find in each message, in HTML and in plain text alike. */
const MUST_SAY: Readonly<Record<TemplateId, (locale: Locale) => readonly string[]>> = {
  'payment-request': (locale) => [AMOUNT[locale], REFERENCE, 'B-20731', PAY, 'DE89 3704 0044 0532 0130 00'],
  'data-request': (locale) => [AMOUNT[locale], REFERENCE, 'https://zahlen.nordlicht.example/pay/d7Wm2cH9'],
  'method-link': (locale) => [AMOUNT[locale], REFERENCE, METHOD, '14:30', '4242'],
  'method-reviewed': () => [REFERENCE, 'B-20731', '4242'],
  'method-expiring': () => [METHOD, '4242', '2026'],
  'sign-in-code': () => ['482913', '10'],
  invoice: (locale) => [AMOUNT[locale], REFERENCE, 'RE-2026-0117', PAY],
  'payment-failed': (locale) => [AMOUNT[locale], REFERENCE, PAY, `${PAY}?retry=1`, '4242'],
  'partial-received': (locale) => [REST[locale], REFERENCE, PAY, 'RE-2026-0117'],
  receipt: (locale) => [
    AMOUNT[locale],
    REFERENCE,
    'B-20731',
    'RE-2026-0117',
    'QU-2026-0093',
    'https://zahlen.nordlicht.example/feedback/f1?rating=good',
    'https://zahlen.nordlicht.example/feedback/f1?rating=poor',
  ],
  refund: (locale) => [REFUNDED[locale], REFERENCE, 'RE-2026-0121', '4242'],
  'dispute-or-return': (locale) => [AMOUNT[locale], REFERENCE, PAY, '3000'],
  reminder: (locale) => [REST[locale], REFERENCE, PAY, 'RE-2026-0117'],
  'account-statement': (locale) => [REST[locale], 'K-000042', '2026'],
  'pre-notice': (locale) => [AMOUNT[locale], REFERENCE, 'NL-M-00312', 'DE98ZZZ09999999999', PAY],
  'internal-notice': (locale) => [
    AMOUNT[locale],
    REFERENCE,
    'Jana Roth',
    'https://zahlen.nordlicht.example/cases/ZV-2026-000042',
  ],
  invitation: () => ['Frauke Lüders', 'https://zahlen.nordlicht.example/invitation/i5Gt1mK8'],
  'password-reset': () => ['https://zahlen.nordlicht.example/reset-password/q7WnX2', '60'],
};

/** The words of an HTML document as a reader sees them. */
const visibleWords = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');

describe.each(EVERY)('$template in $locale', ({ template, locale }) => {
  it('says what matters in HTML and in plain text', async () => {
    const { html, text } = await renderSample(template, locale);
    const shown = `${visibleWords(html)} ${html.replaceAll('&amp;', '&')}`;
    for (const words of MUST_SAY[template](locale)) {
      expect(text).toContain(words);
      expect(shown).toContain(words);
    }
  });

  it('names the business and how to reach it', async () => {
    const { html, text } = await renderSample(template, locale);
    for (const words of [
      'Atelier Nordlicht GmbH',
      'Hansaring 7',
      '50670 Köln',
      'HRB 12345',
      'Dr. Frauke Lüders',
    ]) {
      expect(text).toContain(words);
      expect(html).toContain(words);
    }
  });

  it('has no gap where a text or a value belongs', async () => {
    const { subject, html, text } = await renderSample(template, locale);
    for (const set of [subject, text, visibleWords(html)])
      expect(set).not.toMatch(/undefined|null|NaN|\[object|\{\{|\$\{|Invalid Date/);
    expect(subject).not.toBe('');
    expect(html).toContain(`lang="${locale}"`);
  });

  it('reads as plain text', async () => {
    const { text } = await renderSample(template, locale);
    expect(text).toMatchSnapshot();
  });

  it('has pictures of its own only, and links to http or https only', async () => {
    const { html, attachments } = await renderSample(template, locale);
    const sources = [...html.matchAll(/<img[^>]* src="([^"]*)"/g)].map(([, source]) => source);
    expect(sources).toEqual(attachments.map(({ contentId }) => `cid:${contentId}`));
    for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^https?:\/\//);
    expect(html).not.toContain('data:');
  });

  it('is the same whenever it is rendered, so that a retry sends the same bytes', async () => {
    expect(await renderSample(template, locale)).toEqual(await renderSample(template, locale));
  });

  it('marks a test in subject and text', async () => {
    const { subject, text, html } = await renderMessage(template, locale, {
      ...SAMPLES[template],
      isTest: true,
    });
    expect(subject).toMatch(/^\[Test\] /);
    const note = locale === 'de' ? 'Es wird kein Geld bewegt.' : 'No money is moved.';
    expect(text).toContain(note);
    expect(html).toContain(note);
  });
});

describe('the two languages', () => {
  it.each(TEMPLATE_IDS)('share no sentence in %s', async (template) => {
    const sentences = async (locale: Locale): Promise<readonly string[]> => {
      const [letter = ''] = (await renderSample(template, locale)).text.split('\n-- \n');
      return letter.match(/[A-ZÄÖÜ][^.!?:\n]* [^.!?:\n]{6,}[.!?]/g) ?? [];
    };
    const german = await sentences('de');
    expect(german).not.toEqual([]);
    expect((await sentences('en')).filter((sentence) => german.includes(sentence))).toEqual([]);
  });
});

describe('a one-time code', () => {
  it('stays out of what a locked screen shows: subject and preview', async () => {
    const { subject, html } = await renderSample('sign-in-code', 'de');
    expect(subject).not.toContain('482913');
    expect(html.match(/482913/g)).toHaveLength(1);
  });
});

describe('an invoice mail', () => {
  it('asks for nothing when the money is already there', async () => {
    const paid = await renderSample('invoice', 'de', { open: { minor: 0n, currency: 'EUR' } });
    expect(paid.text).toContain('Der Betrag ist vollständig bei uns eingegangen.');
    expect(paid.text).not.toContain('IBAN');
    expect(paid.text).not.toContain(PAY);
    expect(paid.attachments).toEqual([]);
  });

  it('asks for the rest when part of the money is there', async () => {
    const { text } = await renderSample('invoice', 'de', { open: { minor: 33450n, currency: 'EUR' } });
    expect(text).toContain('Zu zahlen: 334,50 €, fällig am 7. Dezember 2026');
    expect(text).toContain('Davon noch offen: 334,50 €');
  });

  it('names what a Storno takes back and asks for nothing', async () => {
    const { subject, text } = await renderSample('invoice', 'de', {
      kind: 'STORNO',
      cancels: 'RE-2026-0100',
    });
    expect(subject).toContain('Stornorechnung RE-2026-0117');
    expect(text).toContain('Sie hebt RE-2026-0100 vollständig auf.');
    expect(text).not.toContain(PAY);
  });
});

describe('a failed payment', () => {
  it('offers the same method again only when that can help', async () => {
    const expired = await renderSample('payment-failed', 'en', { failureCode: 'expired_card' });
    expect(expired.text).toContain('The card has expired.');
    expect(expired.text).not.toContain('retry=1');
    expect(expired.text).toContain(`Pay in another way:\n${PAY}\n`);
  });

  it('calls the customer in when the bank wants nothing but their consent', async () => {
    const { subject, text } = await renderSample('payment-failed', 'de', {
      failureCode: 'authentication_required',
    });
    expect(subject).toMatch(/^Bitte bestätigen Sie Ihre Zahlung über/);
    expect(text).toContain(`Zahlung bestätigen:\n${PAY}?retry=1\n`);
  });

  it('says when the stored method is charged again, and that nothing has to be done', async () => {
    const { text } = await renderSample('payment-failed', 'de', { nextTryOn: '2026-11-25' });
    expect(text).toContain('Am 25. November 2026 belasten wir die hinterlegte Zahlungsart noch einmal.');
  });
});

describe('a dispute', () => {
  it('asks for no money while the bank looks into it', async () => {
    const { text, attachments } = await renderSample('dispute-or-return', 'de', {
      reversal: { kind: 'DISPUTED' },
    });
    expect(text).toContain('Solange brauchen Sie nichts zu zahlen.');
    expect(text).not.toContain('https://');
    expect(attachments).toEqual([]);
  });
});

describe('a refund', () => {
  it.each([
    [{ kind: 'REDUCE', correctionNumber: null }, 'Ihre Rechnung haben wir entsprechend korrigiert.'],
    [{ kind: 'FROM_CREDIT' }, 'Der Betrag stammt aus Ihrem Guthaben'],
    [
      { kind: 'CLAIM_STAYS_OPEN', open: { minor: 20500n, currency: 'EUR' }, payUrl: PAY },
      'Damit sind wieder 205,00 € offen.',
    ],
  ] as const)('says what it does to the claim: $kind', async (effect, sentence) => {
    expect((await renderSample('refund', 'de', { effect })).text).toContain(sentence);
  });
});

describe('a business that has given only its name', () => {
  it('is still named, and promises no answer', async () => {
    const bare = { street: '', postalCode: '', city: '', email: null, phone: null, website: null };
    const business = {
      ...SAMPLES.receipt.business,
      ...bare,
      register: null,
      management: null,
      vatId: null,
      taxNumber: null,
    };
    const { text } = await renderSample('receipt', 'de', { business });
    expect(text).toMatch(/Diese E-Mail wurde automatisch versendet\.\n\n-- \nAtelier Nordlicht GmbH\n$/);
  });
});

describe('a template id from the database', () => {
  it('is recognised only when there is such a template', () => {
    expect(isTemplateId('receipt')).toBe(true);
    expect(isTemplateId('toString')).toBe(false);
    expect(isTemplateId('receipts')).toBe(false);
  });
});
