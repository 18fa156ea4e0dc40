export type Language = 'de' | 'en';

const de = {
  testMode: 'Testmodus',
  testModeHint: 'Hier fließt kein echtes Geld. Bitte nur Testkarten verwenden.',
  testCards: 'Testkarten anzeigen',
  total: 'Gesamtbetrag',
  quantity: (count: number) => `Menge ${count}`,
  payTitle: (name: string) => `Zahlung an ${name}`,
  saveTitle: (name: string) => `Zahlungsart für ${name} hinterlegen`,
  saveLead: 'Es wird jetzt nichts abgebucht. Ihre Zahlungsart wird für spätere Zahlungen gespeichert.',
  method: 'Zahlungsart',
  card: 'Karte',
  sepaDebit: 'SEPA-Lastschrift',
  transfer: 'Überweisung',
  transferLead:
    'Im nächsten Schritt sehen Sie, auf welches Konto Sie überweisen. Bezahlt ist, sobald das Geld da ist.',
  showAccount: 'Kontodaten anzeigen',
  email: 'E-Mail-Adresse',
  cardNumber: 'Kartennummer',
  expiry: 'Gültig bis (MM/JJ)',
  cvc: 'Prüfnummer (CVC)',
  nameOnCard: 'Name auf der Karte',
  iban: 'IBAN',
  accountHolder: 'Kontoinhaber',
  phone: 'Telefonnummer',
  street: 'Straße und Hausnummer',
  postalCode: 'Postleitzahl',
  city: 'Ort',
  country: 'Land (zweistelliger Code)',
  mandate: (name: string) =>
    `Mit Ihrer Bestätigung ermächtigen Sie ${name} und den Zahlungsdienstleister Stripe, Ihr Konto per Lastschrift zu belasten, und weisen Ihre Bank an, sie einzulösen. Innerhalb von acht Wochen nach der Belastung können Sie die Erstattung verlangen.`,
  pay: (amount: string) => `${amount} bezahlen`,
  saveCard: 'Karte speichern',
  saveDebit: 'Lastschrift speichern',
  cancel: (name: string) => `Abbrechen und zurück zu ${name}`,
  declined: 'Die Zahlung hat nicht geklappt.',
  tryAgain: 'Es wurde nichts abgebucht. Versuchen Sie es mit einer anderen Karte oder Zahlungsart.',
  pendingTitle: 'Ihre Bank wartet auf Ihre Bestätigung.',
  pendingLink: 'Weiter zur Bestätigung',
  completeTitle: 'Alles erledigt',
  completeText: 'Diese Seite wurde bereits abgeschlossen. Es wurde nichts doppelt abgebucht.',
  continue: 'Weiter',
  expiredTitle: 'Diese Seite ist abgelaufen',
  expiredText: 'Es wurde nichts abgebucht. Bitte öffnen Sie den Link des Händlers noch einmal.',
  notFoundTitle: 'Seite nicht gefunden',
  notFoundText: 'Diese Adresse gehört zu keiner Zahlung.',
  challengeTitle: 'Zahlung bestätigen',
  challengeText: (name: string) =>
    `Ihre Bank möchte sicher sein, dass Sie es sind. Bestätigen Sie den Auftrag von ${name}.`,
  challengeCard: (last4: string) => `Karte •••• ${last4}`,
  complete: 'Authentifizierung abschließen',
  fail: 'Authentifizierung ablehnen',
  challengeDone: 'Die Bestätigung ist beendet. Sie können dieses Fenster schließen.',
  receiptTitle: 'Zahlungsbeleg',
  receiptDate: 'Datum',
  receiptMethod: 'Zahlungsart',
  receiptRefunded: 'Erstattet',
  transferTitle: 'Bitte überweisen',
  transferReference: 'Verwendungszweck',
  transferNote:
    'Das Konto gehört nur zu Ihnen. Sobald das Geld da ist, wird die Zahlung von selbst zugeordnet.',
  transferDone: 'Es ist nichts mehr zu überweisen.',
  mandateTitle: 'SEPA-Lastschriftmandat',
  mandateReference: 'Mandatsreferenz',
  mandateAccount: 'Konto',
  required: 'Bitte ausfüllen.',
  invalidEmail: 'Bitte eine gültige E-Mail-Adresse eingeben.',
  invalidNumber: 'Diese Kartennummer ist nicht gültig.',
  realCard: 'Das ist keine Testkarte. Echte Karten werden hier nicht angenommen.',
  invalidExpiry: 'Bitte Monat und Jahr angeben, zum Beispiel 12/34.',
  pastExpiry: 'Diese Karte ist abgelaufen.',
  invalidCvc: 'Bitte die Prüfnummer der Karte angeben.',
  invalidIban: 'Diese IBAN ist nicht gültig.',
};

type Texts = typeof de;

const en: Texts = {
  testMode: 'Test mode',
  testModeHint: 'No real money moves here. Please use test cards only.',
  testCards: 'Show test cards',
  total: 'Total',
  quantity: (count) => `Quantity ${count}`,
  payTitle: (name) => `Pay ${name}`,
  saveTitle: (name) => `Save a payment method for ${name}`,
  saveLead: 'Nothing is charged now. Your payment method is saved for later payments.',
  method: 'Payment method',
  card: 'Card',
  sepaDebit: 'SEPA Direct Debit',
  transfer: 'Bank transfer',
  transferLead: 'The next step shows the account to transfer to. It is paid as soon as the money is there.',
  showAccount: 'Show the account',
  email: 'Email address',
  cardNumber: 'Card number',
  expiry: 'Expiry date (MM/YY)',
  cvc: 'Security code (CVC)',
  nameOnCard: 'Name on card',
  iban: 'IBAN',
  accountHolder: 'Account holder',
  phone: 'Phone number',
  street: 'Street and number',
  postalCode: 'Postal code',
  city: 'City',
  country: 'Country (two-letter code)',
  mandate: (name) =>
    `By confirming, you authorize ${name} and Stripe, its payment service provider, to instruct your bank to debit your account, and your bank to do so. You are entitled to a refund within eight weeks of the debit.`,
  pay: (amount) => `Pay ${amount}`,
  saveCard: 'Save card',
  saveDebit: 'Save direct debit',
  cancel: (name) => `Cancel and return to ${name}`,
  declined: 'The payment did not go through.',
  tryAgain: 'Nothing was charged. Try another card or payment method.',
  pendingTitle: 'Your bank is waiting for your confirmation.',
  pendingLink: 'Continue to confirmation',
  completeTitle: 'All done',
  completeText: 'This page was already completed. Nothing was charged twice.',
  continue: 'Continue',
  expiredTitle: 'This page has expired',
  expiredText: "Nothing was charged. Please open the merchant's link again.",
  notFoundTitle: 'Page not found',
  notFoundText: 'This address belongs to no payment.',
  challengeTitle: 'Confirm your payment',
  challengeText: (name) => `Your bank wants to be sure it is you. Confirm the order of ${name}.`,
  challengeCard: (last4) => `Card •••• ${last4}`,
  complete: 'Complete authentication',
  fail: 'Fail authentication',
  challengeDone: 'The confirmation has ended. You may close this window.',
  receiptTitle: 'Receipt',
  receiptDate: 'Date',
  receiptMethod: 'Payment method',
  receiptRefunded: 'Refunded',
  transferTitle: 'Please transfer',
  transferReference: 'Reference',
  transferNote:
    'This account belongs to you alone. As soon as the money is there, the payment is found by itself.',
  transferDone: 'Nothing is left to transfer.',
  mandateTitle: 'SEPA Direct Debit mandate',
  mandateReference: 'Mandate reference',
  mandateAccount: 'Account',
  required: 'Please fill this in.',
  invalidEmail: 'Please enter a valid email address.',
  invalidNumber: 'This card number is not valid.',
  realCard: 'This is not a test card. Real cards are not accepted here.',
  invalidExpiry: 'Please enter month and year, for example 12/34.',
  pastExpiry: 'This card has expired.',
  invalidCvc: 'Please enter the security code of the card.',
  invalidIban: 'This IBAN is not valid.',
};

export const TEXTS: Record<Language, Texts> = { de, en };

/** The language of a session, or of the browser when the session leaves it open. */
export const languageOf = (
  locale: string | null | undefined,
  acceptLanguage: string | undefined,
): Language => {
  const wanted = locale && locale !== 'auto' ? locale : (acceptLanguage ?? '').split(',')[0];
  return wanted?.toLowerCase().startsWith('de') ? 'de' : 'en';
};

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };

/** Minor units as a person reads them. Formatted from a decimal string, so that no float is involved. */
export const formatAmount = (minor: number, currency: string, language: Language): string => {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  const decimal =
    `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as Intl.StringNumericLiteral;
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency: currency.toUpperCase(),
  }).format(decimal);
};

export const formatDate = (unixSeconds: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  }).format(new Date(unixSeconds * 1000));
