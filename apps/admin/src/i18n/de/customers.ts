import type { CustomerErrorCode } from '@zahlwerk/domain/customers/customer-data.schema';

export const customerKind = {
  PERSON: 'Person',
  COMPANY: 'Unternehmen',
} as const;

export const customerField = {
  kind: 'Art',
  company: 'Firma',
  givenName: 'Vorname',
  familyName: 'Nachname',
  contact: 'Ansprechperson',
  street: 'Straße und Hausnummer',
  postalCode: 'Postleitzahl',
  city: 'Ort',
  country: 'Land',
  email: 'E-Mail',
  phone: 'Telefon',
  vatId: 'USt-IdNr.',
  taxNumber: 'Steuernummer',
  iban: 'IBAN',
  language: 'Sprache',
  wantsSms: 'Möchte zusätzlich SMS',
} as const;

export const customerError = {
  REQUIRED: 'Bitte ausfüllen.',
  NOT_TEXT: 'Das ist kein Text.',
  TOO_LONG: 'Das ist zu lang.',
  CONTROL_CHARACTER: 'Das enthält Steuerzeichen.',
  LONE_SURROGATE: 'Das enthält ein ungültiges Zeichen.',
  BIDI_CONTROL: 'Das enthält Zeichen, die die Schreibrichtung ändern.',
  CARD_NUMBER: 'Das sieht nach einer Kartennummer aus. Kartennummern gehören nicht hierher.',
  UNKNOWN_KIND: 'Bitte Person oder Unternehmen wählen.',
  UNKNOWN_COUNTRY: 'Bitte ein Land wählen.',
  UNKNOWN_LANGUAGE: 'Bitte eine Sprache wählen.',
  NOT_BOOLEAN: 'Bitte ja oder nein wählen.',
  EMAIL_UNSAFE: 'An diese Adresse kann nicht sicher gesendet werden.',
  EMAIL_MALFORMED: 'Das ist keine E-Mail-Adresse.',
  PHONE_INVALID: 'Das ist in diesem Land keine Telefonnummer.',
  POSTAL_CODE_INVALID: 'Diese Postleitzahl gibt es in diesem Land nicht.',
  IBAN_INVALID: 'Diese IBAN stimmt nicht. Bitte prüfen Sie die Ziffern.',
  VAT_ID_INVALID: 'Diese USt-IdNr. stimmt nicht.',
  TAX_NUMBER_INVALID: 'Eine Steuernummer hat 8 bis 13 Ziffern.',
} as const satisfies Record<CustomerErrorCode, string>;

export const customers = {
  title: 'Kunden',
  label: 'Alle Kunden',
  search: 'Name, Nummer oder E-Mail',
  name: 'Name',
  number: 'Nummer',
  place: 'Ort',
  state: 'Stand',
  openBalance_one: 'Offen ({{count}} Vorgang)',
  openBalance_other: 'Offen ({{count}} Vorgänge)',
  overdueBalance: 'Überfällig',
  credit: 'Guthaben',
  received: 'Insgesamt eingegangen',
  none: 'Noch keine Kunden',
  noneText: 'Kunden entstehen mit ihrem ersten Vorgang. Ihre Angaben werden dabei geprüft und bestätigt.',
  noMatch: 'Kein Kunde passt dazu',
  noMatchText: 'Suchen Sie mit einem anderen Namen, einer Nummer oder einer E-Mail-Adresse.',
  profile: 'Angaben',
  versions: 'Fassungen',
  version: 'Fassung {{number}}',
  versionSaved: 'Gespeichert {{at}} von {{who}}',
  versionConfirmed: 'Bestätigt {{at}} von {{who}}',
  notConfirmed: 'Noch nicht bestätigt',
  against: 'Unterschied zur Fassung davor',
  account: 'Konto',
  methods: 'Zahlungsarten',
  noMethods: 'Keine hinterlegt.',
  methodExpires: 'gültig bis {{day}}',
  methodNoticed: 'Kunde informiert am {{day}}',
  methodSingleChannel: 'nur per E-Mail bestätigt',
  methodDefault: 'Standard',
  cases: 'Vorgänge',
  invoices: 'Rechnungen',
  history: 'Verlauf',
  count_one: '{{shown}} Kunde',
  count_other: '{{shown}} Kunden',
  bounced: 'Die letzte E-Mail kam zurück. Bis die Adresse geändert ist, wird nichts mehr dorthin gesendet.',
  connected: 'Verbundene Systeme',
  newCase: 'Neuer Vorgang',
} as const;

export const syncTarget = {
  PROVIDER: 'Zahlungsanbieter',
  WEBHOOK: 'Partner',
  LIVE: 'Live-Ansichten',
} as const;

export const syncState = {
  PENDING: 'Wird weitergegeben',
  SYNCED: 'Auf dem Stand',
  FAILED: 'Fehlgeschlagen',
} as const;
