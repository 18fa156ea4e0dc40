import type {
  ListDay,
  ListDecimal,
  MatchAmount,
  MatchPayer,
  MatchReferenceKind,
  ReceiptAccount,
} from '#gql/graphql';
import type { FileProblem } from '../../attachments/file-problem.ts';

export const bank = {
  title: 'Bank & Differenzen',
  import: 'Kontoauszug einlesen',
  imports: 'Zuletzt eingelesen',
  notTaken: 'Die Datei wurde nicht angenommen',
  refused: 'Nichts übernommen',
  line: 'Zeile {{line}}',
  reading: 'Wird gelesen …',
  looking: '{{looked}} von {{credits}} Eingängen angesehen',
  progress: 'Fortschritt von {{name}}',
  outcome:
    '{{transactions}} Buchungen, davon {{added}} neu · {{matched}} von {{credits}} Eingängen von selbst zugeordnet',
  known_one: '{{count}} Buchung war schon aus einer Datei in anderem Format bekannt',
  known_other: '{{count}} Buchungen waren schon aus einer Datei in anderem Format bekannt',
  failed: 'Die Datei konnte nicht gelesen werden',
  failedText:
    'Wir haben es über Stunden immer wieder versucht. Verloren ist nichts; versuchen Sie es noch einmal, oder fragen Sie nach, wer Ihr Zahlwerk betreibt.',
  retry: 'Noch einmal versuchen',
  gaps_one: 'Es fehlt ein Kontoauszug',
  gaps_other: 'An {{count}} Stellen fehlen Kontoauszüge',
  gapBalance:
    'Zwischen dem {{from}} und dem {{until}}: Der eine endet mit {{closing}}, der nächste beginnt mit {{opening}}.',
  gapSequence: 'Zwischen dem {{from}} und dem {{until}}: Auf Nummer {{last}} folgt Nummer {{next}}.',
  pool: 'Nicht zugeordnetes Geld',
  poolBeside: 'Dazu liegen {{total}} auf dem Bankkonto, die noch zu keiner Zahlung gehören:',
  poolTotal_one: '{{count}} Eingang, {{total}}',
  poolTotal_other: '{{count}} Eingänge, {{total}}',
  poolEmpty: 'Jeder Eingang ist zugeordnet',
  poolEmptyText:
    'Hier liegt Geld, von dem noch nicht feststeht, für welchen Vorgang es ist. Lesen Sie einen Kontoauszug ein: camt (XML oder ZIP) oder die Umsatzliste (CSV) Ihrer Bank.',
  more: 'Mehr anzeigen',
  unknownPayer: 'Unbekannter Zahler',
  noText: 'Ohne Verwendungszweck',
  goingBack: 'Zurückgekommenes Geld: keine Zahlung eines Kunden.',
  noCandidate: 'Dazu passt kein offener Vorgang.',
  open: '{{amount}} offen',
  otherCurrency:
    'In dieser Währung lässt sich die Forderung nicht begleichen. Beginnen Sie einen Vorgang in der Währung der Zahlung, oder überweisen Sie sie zurück.',
  noReference: 'keine Nummer genannt',
  late_one: '{{count}} Tag nach Fälligkeit',
  late_other: '{{count}} Tage nach Fälligkeit',
  inTime: 'pünktlich',
  assign: 'Zuordnen',
  assignTo: 'Zahlung von {{payer}} dem Vorgang {{number}} zuordnen',
  chooseCase: 'Vorgang wählen',
  assignTitle: 'Zahlung zuordnen',
  case: 'Vorgang',
  caseHint: 'Nummer, Kunde, Betrag oder Bestellzeichen eingeben',
  caseMissing: 'Bitte einen Vorgang wählen.',
  caseNth: '{{count}}. Vorgang',
  amountNth: '{{count}}. Betrag',
  addPart: 'Auf mehrere Vorgänge aufteilen',
  removePart: '{{count}}. Teil entfernen',
  splitRest: '{{given}} zugeordnet, {{rest}} bleiben hier liegen',
  splitOver: '{{given}} zugeordnet, {{rest}} mehr als da ist',
  assigned: 'Die Zahlung ist zugeordnet.',
} as const;

export const differences = {
  title: 'Differenzen',
  none: 'Keine Differenz offen',
  noneText: 'Jede Zahlung, deren Vorgang feststeht, ist entschieden. Sie können sich anderem zuwenden.',
  offers: 'Entscheidungen für {{number}}',
  debit: 'Soll {{account}} {{amount}}',
  credited: 'Haben {{account}} {{amount}}',
  nothing: 'keine Buchung: Das Geld bleibt Guthaben des Kunden',
  EXACT: 'Bestätigen',
  SKONTO: 'Skonto',
  FEE: 'Bankgebühr',
  ROUNDING: 'Rundung',
  PARTIAL: 'Teilzahlung',
  OVER: 'Überschuss als Guthaben',
  DUPLICATE: 'Doppelt gezahlt',
  WRITE_OFF: 'Ausbuchen',
} as const;

export const otherReceipts = {
  none: 'Keine Kundenzahlung',
  noneOf: 'Zahlung von {{payer}} ist keine Kundenzahlung',
  title: 'Keine Kundenzahlung',
  text: 'Das Geld verlässt die nicht zugeordneten Zahlungen und steht danach auf dem gewählten Konto. Enthält es Umsatzsteuer, gehört es in eine Rechnung und nicht hierher.',
  account: 'Wohin gehört das Geld?',
  preview: 'So wird gebucht:',
  reason: 'Was ist es?',
  book: 'Buchen',
  askSecond: 'Um Zustimmung bitten',
  booked: 'Der Eingang ist gebucht.',
  asked: 'Eine Teamleitung wird um Zustimmung gebeten.',
  waiting: '{{amount}} auf {{account}} buchen?',
  list: 'Auf Konten gebucht',
  entry: '{{account}} · {{reason}}',
  who: '{{who}}, {{at}}',
  whoAgreed: '{{who}}, {{at}} · Zustimmung: {{second}}',
  reverse: 'Zurücknehmen',
  reverseOf: 'Buchung von {{payer}} zurücknehmen',
  reverseTitle: '{{amount}} zurück zum nicht zugeordneten Geld?',
  reverseText:
    'Eine Gegenbuchung macht die Buchung rückgängig; danach lässt sich das Geld zuordnen oder anders buchen.',
  reversed: 'Das Geld liegt wieder bei den nicht zugeordneten Zahlungen.',
} as const;

export const receiptAccount = {
  TAX_REFUND: 'Erstattung vom Finanzamt (Umsatzsteuer)',
  TRANSIT: 'Umbuchung von einem anderen eigenen Konto',
  INTEREST_INCOME: 'Zinsen',
  FEES: 'Erstattete Bankgebühren',
  OTHER_INCOME: 'Sonstiges ohne Umsatzsteuer',
} as const satisfies Record<ReceiptAccount, string>;

export const listMapping = {
  open: 'Spalten zuordnen',
  title: 'Was steht in welcher Spalte?',
  text: 'Die Liste Ihrer Bank ist uns noch nicht bekannt. Sagen Sie einmal, was ihre Spalten bedeuten; danach liest Zahlwerk sie von selbst.',
  none: 'In dieser Datei steht keine Zeile mit Namen von Spalten. Laden Sie bei Ihrer Bank eine Umsatzliste mit Kopfzeile herunter, oder besser eine camt-Datei.',
  lines: 'Die ersten Zeilen der Datei',
  bookedOn: 'Buchungstag',
  valueOn: 'Wertstellung',
  amount: 'Betrag mit Vorzeichen',
  counterparty: 'Name der Gegenseite',
  iban: 'IBAN der Gegenseite',
  remittance: 'Verwendungszweck',
  endToEndId: 'Kundenreferenz',
  noColumn: 'keine Spalte',
  day: 'So steht der Tag da',
  decimal: 'So steht der Betrag da',
  read: 'Merken und einlesen',
} as const;

export const listDay = {
  DAY_MONTH_YEAR: '23.11.2026',
  DAY_MONTH_SHORT_YEAR: '23.11.26',
  ISO: '2026-11-23',
} as const satisfies Record<ListDay, string>;

export const listDecimal = { COMMA: '1.119,00', POINT: '1,119.00' } as const satisfies Record<
  ListDecimal,
  string
>;

export const matchReference = {
  CASE_NUMBER: 'Vorgang {{number}} genannt',
  INVOICE_NUMBER: 'Rechnung {{number}} genannt',
  ORDER_REFERENCE: 'Bestellzeichen {{number}} genannt',
} as const satisfies Record<MatchReferenceKind, string>;

export const matchAmount = {
  EXACT: 'Betrag stimmt genau',
  DISCOUNT: 'Betrag abzüglich Skonto',
  PARTIAL: '{{difference}} zu wenig',
  OVER: '{{difference}} zu viel',
  OTHER_CURRENCY: 'andere Währung',
} as const satisfies Record<MatchAmount, string>;

export const matchPayer = {
  KNOWN_IBAN: 'vom Konto des Kunden',
  SAME_NAME: 'Name des Kunden',
  SIMILAR_NAME: 'ähnlicher Name',
  OTHER: 'anderer Name',
  NOT_TOLD: 'Zahler nicht genannt',
} as const satisfies Record<MatchPayer, string>;

export const statementProblem = {
  FILE_TYPE_NOT_ALLOWED: 'Erlaubt sind XML, ZIP und CSV, und der Inhalt muss dem Namen entsprechen.',
  FILE_TOO_LARGE: 'Eine Datei darf höchstens 20 MB groß sein.',
  FILE_EMPTY: 'In der Datei steht nichts.',
  UNAUTHENTICATED: 'Sie sind nicht mehr angemeldet. Melden Sie sich neu an und versuchen Sie es noch einmal.',
  FORBIDDEN: 'Ihre Rolle darf keine Kontoauszüge einlesen.',
} as const satisfies Record<FileProblem, string>;
