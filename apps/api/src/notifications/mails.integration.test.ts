import { withTenant } from '@zahlwerk/db/tenant';
import { textOf } from '@zahlwerk/documents/pdf-text.fixture';
import { readQrFromPdf } from '@zahlwerk/documents/qr-reader.fixture';
import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { readQrCode } from '@zahlwerk/emails/png.fixture';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStranger } from '../../test/a-desk.ts';
import { call } from '../../test/case-call.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import type { SentMail } from '../../test/sandbox-process.ts';
import { sendMessage } from './send-message.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());

type Language = 'de' | 'en';

/** Subjects in the order in which the story sends its mails. `#` is the case, `@` its invoice. */
const SUBJECTS: Readonly<Record<Language, readonly string[]>> = {
  de: [
    '[Test] Bitte zahlen Sie 119,00 € an Sommer Möbel (#)',
    '[Test] Rechnung @ von Sommer Möbel über 119,00 €',
    '[Test] Sommer Möbel: Bitte aktualisieren Sie Ihre Zahlungsart (#)',
    '[Test] Ihre Zahlung über 119,00 € hat nicht geklappt (#)',
    '[Test] 50,00 € erhalten, 69,00 € noch offen (#)',
    '[Test] Zahlung erhalten: 69,00 € (#)',
  ],
  en: [
    '[Test] Please pay €119.00 to Sommer Möbel (#)',
    '[Test] Invoice @ from Sommer Möbel for €119.00',
    '[Test] Sommer Möbel: please update your payment method (#)',
    '[Test] Your payment of €119.00 did not go through (#)',
    '[Test] €50.00 received, €69.00 still open (#)',
    '[Test] Payment received: €69.00 (#)',
  ],
};

/** Words that stand in the documents of each language, and nowhere in those of the other. */
const WORDS: Readonly<Record<Language, { readonly invoice: string; readonly receipt: string }>> = {
  de: { invoice: 'Rechnung', receipt: 'Zahlungsbestätigung' },
  en: { invoice: 'Invoice', receipt: 'Receipt' },
};

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const pdfOf = ({ attachments }: SentMail): Uint8Array => {
  const [pdf, ...more] = attachments.filter(({ contentType }) => contentType === 'application/pdf');
  if (!pdf || more.length > 0) throw new Error('The mail does not carry one PDF.');
  return new Uint8Array(Buffer.from(pdf.content, 'base64'));
};

/** Lines of the GiroCode that the mail shows; null when it shows none. */
const giroCodeOf = ({ attachments }: SentMail): readonly string[] | null => {
  const picture = attachments.find(({ contentId }) => contentId === 'girocode');
  return picture ? (readQrCode(Buffer.from(picture.content, 'base64'))?.split('\n') ?? null) : null;
};

const transferOver = (amount: string, reference: string): readonly string[] => [
  ...['BCD', '002', '1', 'SCT', '', 'Sommer Möbel', 'DE89370400440532013000', amount, '', '', reference],
];

interface Told {
  readonly caseId: string;
  readonly number: string;
  readonly invoice: string;
  readonly customer: CustomerData;
  readonly mails: readonly SentMail[];
}

/** A customer is asked, invoiced, has a card declined, pays in two parts, and is asked for a new method meanwhile. */
const tellStory = async (language: Language): Promise<Told> => {
  const { desk, business, settle } = stage;
  const customer = aStranger({ language });
  const caseId = await desk.waiting({ customer: { data: customer } });
  await settle();
  await desk.ask(caseId, business.clerk, 'requestPaymentMethodUpdate', { linkId: stage.ports.newId() });
  await settle();
  await enterCard(await stage.openCheckout(caseId), CARDS.declined, 'Frieda Lorenzen');
  await settle();
  await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(50_00n));
  const partly = { paymentId: null, resolution: 'PARTIAL', reason: null } as const;
  await desk.run(caseId, business.clerk, 'confirmAmount', partly);
  await settle();
  await desk.run(caseId, business.clerk, 'registerReceipt', desk.receipt(69_00n));
  const rest = { paymentId: null, resolution: 'EXACT', reason: null } as const;
  await desk.run(caseId, business.clerk, 'confirmAmount', rest);
  await settle();
  const { number, invoices } = await desk.read(caseId);
  const mails = await stage.sandbox.mailsTo(customer.email ?? '');
  return { caseId, number, invoice: invoices[0]?.number ?? '', customer, mails };
};

describe.each(['de', 'en'] as const)('the mails of a case (%s)', (language) => {
  let told: Told;
  let byTemplate: readonly [SentMail, SentMail, SentMail, SentMail, SentMail, SentMail];
  beforeAll(async () => {
    told = await tellStory(language);
    byTemplate = [...told.mails] as unknown as typeof byTemplate;
  }, 120_000);

  it('come once each, in the customer’s language', () => {
    const expected = SUBJECTS[language].map((subject) =>
      subject.replace('#', told.number).replace('@', told.invoice),
    );
    expect(told.mails.map(({ subject }) => plain(subject))).toEqual(expected);
    for (const { html } of told.mails) expect(html).toContain(`lang="${language}"`);
  });

  it('are not sent again when their jobs run again', async () => {
    const messages = await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.message.findMany({ where: { caseId: told.caseId } }),
    );
    expect(messages).toHaveLength(7);
    for (const { id } of messages) await sendMessage(stage.ports, stage.organizationId, id);
    expect(await stage.sandbox.mailsTo(told.customer.email ?? '')).toHaveLength(6);
  });

  it('lead to pages that know the customer', async () => {
    const [request, , method] = byTemplate;
    const pay = /\/pay\/([\w-]{43})/.exec(request.text)?.[1];
    const page = await stage.anonymous.query(
      `query ($token: String!) { payPage(token: $token) { __typename ... on PayPage { reference } } }`,
      { token: pay },
    );
    expect(page.data.payPage).toMatchObject({ reference: told.number });
    const link = /\/method\/([\w-]{43})/.exec(method.text)?.[1];
    const update = await stage.anonymous.query(
      `query ($token: String!) { methodPage(token: $token) { __typename ... on MethodPage { reference } } }`,
      { token: link },
    );
    expect(update.data.methodPage).toMatchObject({ reference: told.number });
  });

  it('show a GiroCode over what is open at that time, and none when nothing is', () => {
    const [request, invoice, , failed, partial, receipt] = byTemplate;
    for (const mail of [request, invoice, failed])
      expect(giroCodeOf(mail)).toEqual(transferOver('EUR119.00', told.number));
    expect(giroCodeOf(partial)).toEqual(transferOver('EUR69.00', told.number));
    expect(giroCodeOf(receipt)).toBeNull();
  });

  it('carry the invoice, with its own GiroCode', async () => {
    const pdf = pdfOf(byTemplate[1]);
    const text = plain(await textOf(pdf));
    const { givenName, familyName } = told.customer;
    for (const piece of [WORDS[language].invoice, told.invoice, told.number, `${givenName} ${familyName}`])
      expect(text).toContain(piece);
    expect(text).toContain(language === 'de' ? '119,00' : '119.00');
    expect((await readQrFromPdf(pdf))?.split('\n')).toEqual(transferOver('EUR119.00', told.number));
  });

  it('carry a receipt for each payment', async () => {
    const [, , , , partial, last] = byTemplate;
    const amounts = language === 'de' ? ['50,00', '69,00'] : ['50.00', '69.00'];
    for (const [index, mail] of [partial, last].entries()) {
      const text = plain(await textOf(pdfOf(mail)));
      for (const piece of [WORDS[language].receipt, told.number, amounts[index] ?? ''])
        expect(text).toContain(piece);
    }
  });
});

describe('a mail that asks for missing data', () => {
  it.each([
    ['de', 'Bitte ergänzen Sie Ihre Angaben', 'Postleitzahl'],
    ['en', 'please complete your details', 'Postal code'],
  ] as const)('names what is missing (%s)', async (language, subject, field) => {
    const { desk, business } = stage;
    const data = aStranger({ language, postalCode: null });
    const caseId = await desk.start({ customer: { data } });
    await desk.rest(caseId);
    await desk.ask(caseId, business.clerk, 'requestCustomerData', { linkId: stage.ports.newId() });
    await stage.workOff();
    const mails = await stage.sandbox.mailsTo(data.email ?? '');
    const [, asking, ...more] = mails;
    expect(more).toEqual([]);
    expect(asking?.subject).toContain(subject);
    expect(asking?.text).toContain(field);
    expect(asking?.text).toMatch(/\/data\/[\w-]{43}/);
  });
});

describe('mails to the business’s own people', () => {
  it('tell the accounts department once of each payment to come, in the business’s language', async () => {
    const before = await stage.sandbox.mailsTo('buchhaltung@sommer-moebel.example');
    const caseId = await stage.desk.waiting({ customer: { data: aStranger({ language: 'en' }) } });
    await stage.workOff();
    const { number } = await stage.desk.read(caseId);
    const after = await stage.sandbox.mailsTo('buchhaltung@sommer-moebel.example');
    const fresh = after.slice(before.length);
    expect(fresh).toHaveLength(1);
    expect(plain(fresh[0]?.subject ?? '')).toContain(`Zahlung erwartet · ${number}`);
    expect(fresh[0]?.text).toContain('119,00');
  });

  it('invite a member, with a link that is meant for that address', async () => {
    const email = 'neu@sommer-moebel.example';
    const input = { email, role: 'CLERK' };
    await call(await stage.signIn('OWNER'), 'inviteMember', input, 'replayed');
    await stage.workOff();
    const [mail, ...more] = await stage.sandbox.mailsTo(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toContain('lädt Sie zu Sommer Möbel ein');
    const token = /\/invitation\/([\w-]{43})/.exec(mail?.text ?? '')?.[1];
    const { data } = await stage.anonymous.query(
      `query ($token: String!) { invitation(token: $token) { __typename } }`,
      { token },
    );
    expect(data.invitation.__typename).toBe('OfferedInvitation');
  });
});
