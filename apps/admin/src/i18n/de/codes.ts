import type { PreCheckKey } from '#gql/graphql';

export const template = {
  'payment-request': 'Zahlungsaufforderung',
  'data-request': 'Bitte um Angaben',
  'method-link': 'Link für die Zahlungsart',
  'method-reviewed': 'Entscheidung über die Zahlungsart',
  'pre-notice': 'Ankündigung einer Lastschrift',
  'method-expiring': 'Hinterlegte Karte läuft ab',
  'sign-in-code': 'Einmalcode',
  invoice: 'Rechnung',
  'payment-failed': 'Zahlung fehlgeschlagen',
  'partial-received': 'Teilzahlung erhalten',
  receipt: 'Beleg',
  refund: 'Erstattung',
  'dispute-or-return': 'Rückbelastung',
  reminder: 'Erinnerung',
  'account-statement': 'Kontoauszug',
  invitation: 'Einladung',
  'internal-notice': 'Hinweis an die Buchhaltung',
  'task-overdue': 'Erinnerung an eine Aufgabe',
} as const;

export const checkKey = {
  'required-fields': 'Pflichtangaben',
  email: 'E-Mail',
  phone: 'Telefon',
  'postal-code': 'Postleitzahl',
  iban: 'IBAN',
  'vat-id': 'USt-IdNr.',
  'vat-register': 'USt-IdNr. im Register',
  duplicates: 'Dubletten',
  holder: 'Inhaber von Karte oder Konto',
  verification: 'Prüfung durch den Anbieter',
} as const;

export const checkDetail = {
  compared_zero: 'mit niemandem verglichen',
  compared_one: 'mit einem anderen Kunden verglichen',
  compared_other: 'mit {{count}} anderen Kunden verglichen',
} as const;

export const duplicateFact = {
  EMAIL: 'dieselbe E-Mail',
  VAT_ID: 'dieselbe USt-IdNr.',
  IBAN: 'dieselbe IBAN',
  PHONE: 'dieselbe Telefonnummer',
  NAME_AND_POSTAL_CODE: 'derselbe Name und dieselbe Postleitzahl',
} as const;

export const ibanProblem = {
  NoIBANProvided: 'keine Angabe',
  NoIBANCountry: 'unbekanntes Land',
  WrongBBANLength: 'falsche Länge',
  WrongBBANFormat: 'falsche Form',
  ChecksumNotNumber: 'Prüfziffer ist keine Zahl',
  WrongIBANChecksum: 'Prüfziffer stimmt nicht',
  WrongAccountBankBranchChecksum: 'Prüfziffer des Kontos stimmt nicht',
  QRIBANNotAllowed: 'eine QR-IBAN ist hier nicht möglich',
} as const;

export const phoneType = {
  MOBILE: 'Mobil',
  FIXED_LINE: 'Festnetz',
  FIXED_LINE_OR_MOBILE: 'Festnetz oder Mobil',
  VOIP: 'Internettelefonie',
  TOLL_FREE: 'gebührenfrei',
  PREMIUM_RATE: 'Sonderrufnummer',
  SHARED_COST: 'Servicenummer',
  PERSONAL_NUMBER: 'persönliche Rufnummer',
} as const;

export const vatIdFact = { FORMAT_OK: 'Form und Prüfziffer stimmen' } as const;

export const checkSource = {
  RECORD: 'Angaben selbst',
  EMAIL_SYNTAX: 'Schreibweise und Domain',
  LIBPHONENUMBER: 'Rufnummernplan',
  POSTAL_CODE_TABLE: 'Postleitzahlenregel des Landes',
  IBAN_RULES: 'IBAN-Prüfziffer',
  VAT_ID_RULES: 'Prüfziffer der USt-IdNr.',
  VIES: 'VIES',
  VAT_REGISTER: 'Register der Steuerbehörden',
  OWN_CUSTOMERS: 'Eigener Kundenstamm',
  PERSON: 'Eine Person',
} as const;

export const preCheck = {
  AMOUNT_SETTLED: 'Nichts mehr offen',
  INVOICE: 'Rechnung ausgestellt',
  RECEIPT: 'Geld zugeordnet und Beleg erstellt',
  CUSTOMER_CONFIRMED: 'Kundendaten bestätigt',
  CUSTOMER_TOLD: 'Kunde benachrichtigt',
  NOTHING_RUNNING: 'Kein Versuch, Streit oder Erstattung läuft',
  STATUS_PUBLISHED: 'Stand veröffentlicht',
  DIFFERENCES: 'Abweichungen geklärt',
  CHECKLISTS: 'Eigene Prüfpunkte erfüllt',
} as const satisfies Record<PreCheckKey, string>;

export const taskReason = {
  PAYMENT_EXPECTED: 'Zahlung erwartet',
  VERIFICATION_FAILED: 'Prüfung der Zahlung nicht bestanden',
  HOLDER_DIFFERS: 'Karte oder Konto lautet auf einen anderen Namen',
  APPROVAL_ASKED: 'Zustimmung erbeten',
  LATE_MONEY: 'Geld nach Abschluss eingegangen',
  CHARGE_NOT_MADE: 'Hinterlegte Zahlungsart nicht belastet',
  AUTHORIZATION_EXPIRES: 'Reservierter Betrag verfällt morgen',
  AUTHORIZATION_ENDED: 'Reservierter Betrag ist verfallen',
  AUTHORIZED_AMOUNT_DIFFERS: 'Reserviert ist ein anderer Betrag',
  CAPTURE_FAILED: 'Reservierter Betrag nicht eingezogen',
  REFUND_TO_TRANSFER: 'Erstattung überweisen',
  REFUND_FAILED: 'Erstattung fehlgeschlagen',
  REFUND_AT_PROVIDER: 'Erstattung beim Zahlungsanbieter prüfen',
  DISPUTE_TO_ANSWER: 'Rückbelastung beantworten',
  DISPUTE_LOST: 'Rückbelastung verloren: Forderung wieder offen',
  PAYMENT_RETURNED: 'Lastschrift zurückgekommen',
  REJECTED: 'Zurückgewiesen',
  CANCELED: 'Abgebrochen',
  DISCREPANCY_OPEN: 'Abweichung klären',
  CHECK_NOT_PASSED: 'Prüfung nicht bestanden',
  CONFIRMATION_REQUIRED: 'Kundendaten bestätigen',
  METHOD_EXPIRED: 'Zahlungsart läuft ab',
  METHOD_EXPIRES: 'Hinterlegte Karte läuft ab',
  METHOD_REVIEW: 'Neue Zahlungsart prüfen',
  INVOICE_INCOMPLETE: 'Angaben für die Rechnung fehlen',
  LINES_DIFFER_FROM_AMOUNT: 'Positionen ergeben nicht den Betrag',
  SEVERAL_CANDIDATES: 'Mehrere Zahlungen zur Auswahl',
  ALLOCATION_REVERSED: 'Zuordnung zurückgenommen: neu entscheiden',
  AMOUNT_DIFFERS: 'Betrag weicht ab',
  MANUAL_EVIDENCE: 'Gemeldeten Eingang bestätigen',
  PAYER_DIFFERS: 'Jemand anderes hat gezahlt',
  STATUS_NOT_FINAL: 'Ergebnis steht noch aus',
  ADDRESS_NOT_DELIVERABLE: 'Kunde nicht erreichbar',
  POLICY_MANUAL: 'Von Hand zu erledigen',
  MESSAGE_BOUNCED: 'Nachricht unzustellbar',
  MESSAGE_FAILED: 'Nachricht nicht gesendet',
  SYNC_FAILED: 'Kundendaten nicht weitergegeben',
  OUTCOME_UNKNOWN: 'Ausgang einer Zahlung beim Anbieter klären',
  VAT_ID_NOT_CONFIRMED: 'USt-IdNr. nicht bestätigt',
  CASH_UNCLAIMED: 'Geld eines Kunden liegt ohne Zahlung beim Zahlungsanbieter',
  PAYOUT_FAILED: 'Auszahlung fehlgeschlagen',
  EVENT_QUARANTINED: 'Meldung des Zahlungsanbieters prüfen',
  BOOKS_BROKEN: 'Unstimmigkeit in den Büchern klären',
  OTHER_RECEIPT_ASKED: 'Geldeingang ohne Kunden: Zustimmung erbeten',
  BANK_RETURN: 'Zurückgekommenes Geld auf dem Bankkonto klären',
  BANK_IMPORT_FAILED: 'Kontoauszug konnte nicht gelesen werden',
  STATEMENT_GAP: 'Kontoauszug fehlt',
  BALANCE_DIFFERS: 'Buchungen beim Zahlungsanbieter prüfen, die hier fehlen',
} as const;

export const payoutFailure = {
  account_closed: 'Das Bankkonto ist geschlossen',
  account_frozen: 'Das Bankkonto ist eingefroren',
  balance_insufficient: 'Beim Zahlungsanbieter ist noch nicht genug Geld verfügbar',
  bank_account_restricted: 'Das Bankkonto nimmt solche Zahlungen nicht an',
  bank_account_unusable: 'Das Bankkonto ist nicht nutzbar',
  could_not_process: 'Die Bank konnte die Zahlung nicht ausführen',
  declined: 'Die Bank hat die Zahlung abgelehnt',
  incorrect_account_holder_name: 'Der Name des Kontoinhabers stimmt nicht',
  insufficient_funds: 'Beim Zahlungsanbieter ist nicht genug Geld',
  invalid_account_number: 'Die Kontonummer stimmt nicht',
  invalid_currency: 'Das Bankkonto nimmt diese Währung nicht an',
  no_account: 'Dieses Bankkonto gibt es nicht',
  provider_unreachable: 'Der Zahlungsanbieter hat stundenlang nicht geantwortet',
} as const;

export const purpose = {
  INVOICE: 'Rechnung ausgestellt',
  STATEMENT: 'Forderung eingestellt',
  STORNO: 'Rechnung storniert',
  PAYMENT: 'Geld eingegangen',
  ALLOCATION: 'Zahlung zugeordnet',
  ADJUSTMENT: 'Ausgleich',
  FEE: 'Gebühr',
  REFUND: 'Erstattung',
  DISPUTE: 'Rückbelastung',
  PAYOUT: 'Auszahlung',
} as const;

export const reasonCode = {
  NO_UPDATE_NEEDED: 'Keine Änderung nötig',
  PAYMENT_ARRIVED: 'Weiteres Geld ist eingegangen',
  CLAIM_REOPENED: 'Die Forderung ist wieder offen',
  REJECTED: 'Zurückgewiesen',
  NOTHING_TO_SEND: 'Nichts Neues mitzuteilen',
  ADDRESS_NOT_DELIVERABLE: 'Der Kunde ist nicht erreichbar',
} as const;

export const messageError = {
  PAYMENT_GIVEN_BACK: 'nicht gesendet, weil die Zahlung vorher zurückgegeben wurde',
  ADDRESS_BOUNCED: 'nicht gesendet, weil Mails an diese Adresse zurückkommen',
  NO_SMS_PROVIDER: 'nicht gesendet, weil kein SMS-Anbieter eingerichtet ist',
} as const;
