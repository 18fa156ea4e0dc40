import { isCurrency } from '../money/currency.ts';
import { formatMoney, type Locale } from '../money/format-money.ts';
import { parseDecimal } from '../money/parse-decimal.ts';

type Words = { readonly de: string; readonly en: string };

/** What the details of refusals name: checks, fields of a record or an invoice, work that was done by hand. */
const WORDS: Readonly<Record<string, Words>> = {
  'required-fields': { de: 'Pflichtangaben', en: 'required details' },
  duplicates: { de: 'Dubletten', en: 'duplicates' },
  'postal-code': { de: 'Postleitzahl', en: 'postal code' },
  'vat-id': { de: 'USt-IdNr.', en: 'VAT id' },
  'vat-register': { de: 'USt-IdNr. im Register', en: 'VAT id in the register' },
  name: { de: 'Name', en: 'name' },
  company: { de: 'Firma', en: 'company name' },
  contact: { de: 'Ansprechperson', en: 'contact person' },
  givenName: { de: 'Vorname', en: 'given name' },
  familyName: { de: 'Nachname', en: 'family name' },
  street: { de: 'Straße', en: 'street' },
  postalCode: { de: 'Postleitzahl', en: 'postal code' },
  city: { de: 'Ort', en: 'city' },
  country: { de: 'Land', en: 'country' },
  email: { de: 'E-Mail', en: 'e-mail' },
  phone: { de: 'Telefon', en: 'telephone' },
  vatId: { de: 'USt-IdNr.', en: 'VAT id' },
  taxNumber: { de: 'Steuernummer', en: 'tax number' },
  iban: { de: 'IBAN', en: 'IBAN' },
  lines: { de: 'Positionen', en: 'lines' },
  supply: { de: 'Zeitpunkt der Leistung', en: 'time of supply' },
  CREATE_PAYMENT_TASK: { de: 'Aufgabe angelegt', en: 'created the task' },
  CHARGE_STORED_METHOD: { de: 'hinterlegte Zahlungsart belastet', en: 'charged the stored method' },
  CONFIRM_AMOUNT: { de: 'Betrag bestätigt', en: 'confirmed the amount' },
  RECORD_PAYMENT: { de: 'Zahlung erfasst', en: 'recorded the payment' },
  REGISTER_RECEIPT: { de: 'Zahlungseingang gemeldet', en: 'registered the receipt' },
  WRITE_OFF_REST: { de: 'Ausbuchung erbeten', en: 'asked for the write-off' },
  REQUEST_REFUND: { de: 'Erstattung veranlasst', en: 'asked for a refund' },
  RECORD_REFUND_TRANSFER: { de: 'Erstattung überwiesen', en: 'transferred a refund' },
  ACCEPT_DISPUTE: { de: 'Rückbelastung anerkannt', en: 'accepted a dispute' },
};

/** Whose field it is; the fields of lines stay paths, which name their line. */
const SIDE: Readonly<Record<string, Words>> = {
  seller: { de: 'des Unternehmens', en: 'of the business' },
  customer: { de: 'des Kunden', en: 'of the customer' },
};

const wordOf = (code: string, language: Locale): string | null => {
  const [side = '', field = ''] = code.split('.');
  const key = Object.hasOwn(SIDE, side) ? field : code;
  const word = Object.hasOwn(WORDS, key) ? WORDS[key] : undefined;
  if (!word) return null;
  const of = Object.hasOwn(SIDE, side) ? SIDE[side] : undefined;
  return of ? `${word[language]} ${of[language]}` : word[language];
};

/** What a failed check of the account data rests on, as the provider's evidence has it. */
const EVIDENCE: readonly (readonly [RegExp, Words])[] = [
  [/^card:checks=fail\b/, { de: 'Angaben zur Karte', en: 'the details of the card' }],
  [/^card_present:read=\w+,cvm=failure$/, { de: 'PIN oder Unterschrift', en: 'PIN or signature' }],
  [/^card_present:/, { de: 'kein Chip gelesen', en: 'no chip was read' }],
  [/^holder:differs$/, { de: 'anderer Name', en: 'another name' }],
];

const evidenceOf = (detail: string, language: Locale): string | null =>
  EVIDENCE.find(([pattern]) => pattern.test(detail))?.[1][language] ?? null;

const AMOUNT = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;

const amountOf = (detail: string, language: Locale): string | null => {
  const [, decimal = '', currency = ''] = AMOUNT.exec(detail) ?? [];
  if (!isCurrency(currency)) return null;
  const parsed = parseDecimal(decimal, currency);
  return parsed.ok ? formatMoney(parsed.value, language) : null;
};

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const dayOf = (detail: string, language: Locale): string | null => {
  const [, year, month, day] = DAY.exec(detail) ?? [];
  return year && language === 'de' ? `${day}.${month}.${year}` : null;
};

/** The detail of a refusal as a person reads it: amounts, days and codes in their language, what people wrote as they wrote it. */
export const refusalDetail = (detail: string, language: Locale): string => {
  const known = amountOf(detail, language) ?? dayOf(detail, language) ?? evidenceOf(detail, language);
  if (known) return known;
  const words = detail.split(', ').map((code) => wordOf(code, language));
  // The sentence around it ends with a full stop of its own.
  return words.every((word) => word !== null) ? words.join(', ') : detail.replace(/(?<!\.)\.$/, '');
};
