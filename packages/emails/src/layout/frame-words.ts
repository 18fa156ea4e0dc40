import { bilingual } from '../bilingual.ts';

/** What surrounds every message, in HTML and in plain text. */
export const FRAME_WORDS = bilingual({
  de: {
    test: 'Testnachricht. Es wird kein Geld bewegt.',
    testPrefix: '[Test]',
    reply: 'Fragen? Antworten Sie einfach auf diese E-Mail.',
    noReply: 'Diese E-Mail wurde automatisch versendet.',
    team: (business: string) =>
      `Sie erhalten diese E-Mail, weil Sie für ${business} mit Zahlwerk arbeiten oder dazu eingeladen sind.`,
    openLink: 'Oder öffnen Sie diesen Link:',
    taxNumber: (number: string) => `Steuernummer\u00a0${number}`,
    vatId: (number: string) => `USt-IdNr.\u00a0${number}`,
    holder: 'Empfänger',
    bank: 'Bank',
    amount: 'Betrag',
    purpose: 'Verwendungszweck',
    purposeHint:
      'Bitte geben Sie den Verwendungszweck genau so an, damit wir Ihre Zahlung sofort zuordnen können.',
    giroCodeAlt: (amount: string, holder: string) =>
      `GiroCode für eine Überweisung von ${amount} an ${holder}`,
    giroCodeHint: 'Mit der Banking-App scannen. Alle Angaben sind dann schon eingetragen.',
  },
  en: {
    test: 'Test message. No money is moved.',
    testPrefix: '[Test]',
    reply: 'Questions? Simply reply to this e-mail.',
    noReply: 'This e-mail was sent automatically.',
    team: (business) =>
      `You receive this e-mail because you work with Zahlwerk for ${business}, or are invited to.`,
    openLink: 'Or open this link:',
    taxNumber: (number) => `Tax\u00a0number\u00a0${number}`,
    vatId: (number) => `VAT\u00a0ID\u00a0${number}`,
    holder: 'Recipient',
    bank: 'Bank',
    amount: 'Amount',
    purpose: 'Payment reference',
    purposeHint:
      'Please give the payment reference exactly like this, so that we can match your payment at once.',
    giroCodeAlt: (amount, holder) => `GiroCode for a transfer of ${amount} to ${holder}`,
    giroCodeHint: 'Scan it with your banking app. All details are then filled in.',
  },
});

/** The name of the code is a mark of its own in both languages. */
export const GIRO_CODE = 'GiroCode';
