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
  statement: 'Kontoauszug (PDF)',
  mailStatement: 'Per Mail senden',
  mailStatementTitle: 'Kontoauszug per Mail senden?',
  mailStatementText: 'Der Auszug vom {{from}} bis {{until}} geht als PDF an {{email}}.',
  mailedToday: 'Heute ist schon einer an diesen Kunden gegangen. Soll trotzdem noch einer gehen?',
  mailAgain: 'Noch einmal senden',
  statementMailed: 'Der Kontoauszug ist unterwegs.',
  statementFrom: 'Auszug von',
  statementUntil: 'Auszug bis',
  statementPeriod: 'Höchstens ein Jahr, vom ersten zum letzten Tag.',
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

export const vatRegister = {
  title: 'USt-IdNr. im Register',
  never: 'Noch nicht angefragt.',
  now: 'Jetzt prüfen',
  vatId: 'Angefragt',
  askedAt: 'Angefragt am',
  askedBy: 'Von',
  answeredAt: 'Antwort am',
  askAt: 'Nächster Versuch',
  register: 'Register',
  requestNumber: 'Nummer der Anfrage',
  name: 'Name im Register',
  address: 'Anschrift im Register',
  nameMatch: 'Vergleich',
  reason: 'Grund',
  others_one: 'Eine weitere Anfrage',
  others_other: '{{count}} weitere Anfragen',
} as const;

export const vatStanding = {
  CONFIRMED: 'Bestätigt',
  OTHER_NAME: 'Gültig, aber unter anderem Namen',
  NOT_CONFIRMED: 'Nicht bestätigt',
  UNAVAILABLE: 'Keine Auskunft',
  ASKED: 'Wird angefragt',
} as const;

export const nameMatch = {
  SAME: 'Name stimmt überein',
  OTHER: 'Name stimmt nicht überein',
  NOT_TOLD: 'Name wird nicht mitgeteilt',
} as const;

export const vatReason = {
  SWITCHED_OFF: 'Auf diesem Server ist kein Register eingerichtet',
  TIMEOUT: 'Das Register hat nicht rechtzeitig geantwortet',
  UNREACHABLE: 'Das Register war nicht erreichbar',
  UNREADABLE: 'Die Antwort war nicht lesbar',
  ID_CHANGED: 'Die USt-IdNr. wurde inzwischen geändert',
  INVALID_INPUT: 'Eine solche Nummer kann es nicht geben',
  INVALID_REQUESTER_INFO: 'Die eigene USt-IdNr. wurde nicht anerkannt',
  SERVICE_UNAVAILABLE: 'Das Register war nicht verfügbar',
  MS_UNAVAILABLE: 'Das Register des Mitgliedstaats war nicht verfügbar',
  MS_MAX_CONCURRENT_REQ: 'Das Register des Mitgliedstaats war überlastet',
  GLOBAL_MAX_CONCURRENT_REQ: 'Das Register war überlastet',
} as const;

export const merge = {
  duplicates: 'Mögliche Dubletten',
  open: '{{name}} zusammenführen …',
  leadsOnly: 'Zusammenführen kann nur die Teamleitung oder die Inhaberin oder der Inhaber.',
  title: 'Kunden zusammenführen',
  stays: 'Bleibt',
  goes: 'Geht darin auf',
  cases: 'Vorgänge, die mitgehen',
  openAmount: 'Davon offen',
  swap: 'Tauschen',
  lead: 'Vorgänge, Guthaben, Nachrichten und hinterlegte Zahlungsarten gehen mit. Ausgestellte Rechnungen bleiben, wie sie sind. Das lässt sich nicht zurücknehmen.',
  reason: 'Grund',
  confirm: 'Zusammenführen',
  isMerged: 'Dieser Eintrag ist zusammengeführt.',
  survivor: 'Zum Eintrag, der bleibt: {{name}}',
} as const;
