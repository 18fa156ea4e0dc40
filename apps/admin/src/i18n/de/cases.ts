import type {
  ActorKind,
  FailureAction,
  Invoicing,
  MoneyPlace,
  PaymentCaseOrder,
  ReceiptKind,
  ReviewReason,
  Step,
  TaxCase,
  Turn,
  WaitingFor,
} from '#gql/graphql';

export const cases = {
  title: 'Vorgänge',
  label: 'Alle Vorgänge',
  new: 'Neuer Vorgang',
  view: 'Ansicht',
  table: 'Tabelle',
  board: 'Tafel',
  search: 'Betrag, Nummer, Kunde, E-Mail …',
  customerNumber: 'Kundennummer',
  customer: 'Kunde',
  status: 'Geld',
  state: 'Stand',
  step: 'Schritt',
  due: 'Fällig',
  amountDue: 'Betrag',
  amountOpen: 'Offen',
  amountAwaited: 'Noch erwartet',
  mine: 'Meine',
  withDiscrepancy: 'Mit Abweichung',
  turn: '{{who}} am Zug',
  count_one: '{{shown}} Vorgang',
  count_other: '{{shown}} Vorgänge',
  none: 'Noch keine Vorgänge',
  noneText:
    'Ein Vorgang ist eine Forderung an einen Kunden: Er wird angefordert, bezahlt, geprüft und abgeschlossen.',
  noMatch: 'Kein Vorgang passt dazu',
  noMatchText: 'Nehmen Sie einen Filter weg oder suchen Sie nach etwas anderem.',
  clearFilters: 'Filter entfernen',
  awaits: 'Noch Geld erwartet',
  dueFrom: 'Fällig ab',
  dueUntil: 'Fällig bis',
  filters: 'Filter',
  filtersOn_one: 'Filter ({{count}})',
  filtersOn_other: 'Filter ({{count}})',
  order: 'Reihenfolge',
  started: 'Begonnen',
  currency: 'Währung',
  export: 'Als CSV',
  exportName: 'vorgaenge',
  exporting: '{{read}} von {{total}} – abbrechen',
  exportFailed: 'Die Datei konnte nicht erstellt werden. Versuchen Sie es noch einmal.',
} as const;

export const views = {
  title: 'Ansichten',
  save: 'Diese Ansicht sichern …',
  saveTitle: 'Ansicht sichern',
  name: 'Name der Ansicht',
  remove: '„{{name}}“ entfernen',
  saved: '„{{name}}“ ist gesichert.',
  removed: '„{{name}}“ ist entfernt.',
  undo: 'Rückgängig',
} as const;

export const caseOrder = {
  NEWEST: 'Neueste zuerst',
  DUE: 'Zuerst fällige',
  AMOUNT: 'Größter Betrag',
  UPDATED: 'Zuletzt geändert',
} as const satisfies Record<PaymentCaseOrder, string>;

export const turn = {
  CUSTOMER: 'Kunde',
  PROVIDER: 'Zahlungsanbieter',
  DESK: 'Sachbearbeitung',
  TEAM_LEAD: 'Teamleitung',
  NOBODY: 'Niemand',
} as const satisfies Record<Turn, string>;

export const place = {
  WITH_CUSTOMER: 'Das Geld ist noch beim Kunden.',
  RESERVED: 'Der Betrag ist auf der Karte des Kunden reserviert, aber noch nicht eingezogen.',
  IN_TRANSIT: 'Das Geld ist unterwegs.',
  AT_PROVIDER: 'Das Geld liegt beim Zahlungsanbieter.',
  AT_BANK: 'Das Geld ist auf dem Bankkonto.',
  IN_DISPUTE: 'Das Geld hält die Bank zurück, bis sie entschieden hat.',
  RETURNED: 'Das Geld ging an den Kunden zurück.',
  NOWHERE: 'Es wird kein Geld erwartet.',
} as const satisfies Record<MoneyPlace, string>;

export const waiting = {
  APPROVAL: 'Wartet auf die Zustimmung einer zweiten Person.',
  MONEY: 'Wartet auf Geld. Sobald es eingeht, geht es von selbst weiter.',
  PROVIDER:
    'Wartet auf den Zahlungsanbieter oder die Bank. Das kann bei Lastschriften Tage dauern, bei Rückbelastungen Wochen.',
  CUSTOMER: 'Wartet auf den Kunden.',
  PERSON: 'Wartet auf Sie oder jemanden aus dem Team.',
} as const satisfies Record<WaitingFor, string>;

export const actor = {
  MEMBER: 'Mitglied',
  INTEGRATION: 'Partner',
  CUSTOMER: 'Kunde',
  SYSTEM: 'Zahlwerk',
} as const satisfies Record<ActorKind, string>;

export const failureAction = {
  RETRY: 'noch einmal versuchen',
  OTHER_METHOD: 'anders bezahlen',
  REMIND: 'erinnern',
  CANCEL: 'abbrechen',
} as const satisfies Record<FailureAction, string>;

export const receiptKind = {
  BANK_TRANSFER: 'Überweisung',
  CARD_TERMINAL: 'Kartengerät',
} as const satisfies Record<ReceiptKind, string>;

export const invoicing = {
  ISSUE: 'Rechnung ausstellen',
  EXTERNAL: 'Rechnung gibt es schon',
  STATEMENT: 'Abrechnung ohne Rechnung',
} as const satisfies Record<Invoicing, string>;

export const taxCase = {
  DE_19: '19 % USt',
  DE_7: '7 % USt',
  DE_0_PV: '0 % Photovoltaik (§ 12 Abs. 3 UStG)',
  DE_KLEIN: 'Kleinunternehmer (§ 19 UStG)',
  DE_EXEMPT: 'Steuerfrei (§ 4 UStG)',
  DE_13B: 'Reverse Charge Inland (§ 13b UStG)',
  EU_SERVICE_RC: 'Reverse Charge EU-Leistung',
  EU_SUPPLY: 'Innergemeinschaftliche Lieferung',
  EXPORT: 'Ausfuhr',
} as const satisfies Record<TaxCase, string>;

export const stepAbout = {
  INITIATE_PAYMENT:
    'Der Kunde bekommt eine Zahlungsaufforderung mit Betrag, Fälligkeit, Zahlungslink und GiroCode.',
  VERIFY_CUSTOMER_DATA:
    'Name, Anschrift, Telefon, E-Mail, Steuernummern und IBAN werden geprüft. Was nicht passt, klären Sie hier.',
  SAVE_CUSTOMER_RECORD: 'Die Angaben werden gespeichert, gegengelesen und in genau dieser Fassung bestätigt.',
  UPDATE_PAYMENT_METHOD:
    'Nur nötig, wenn eine hinterlegte Zahlungsart abläuft. Der Kunde bekommt dafür einen einmaligen Link.',
  CREATE_PAYMENT_TASK: 'Die Buchhaltung bekommt ihre Aufgabe, der Kunde seine Rechnung.',
  CONFIRM_AMOUNT:
    'Was eingegangen ist, wird mit dem verglichen, was geschuldet wird. Jede Abweichung wird entschieden.',
  RECORD_PAYMENT: 'Das Geld wird dem Vorgang zugeordnet und gebucht; der Kunde bekommt seinen Beleg.',
  UPDATE_PAYMENT_STATUS:
    'Der veröffentlichte Stand muss den Nachweisen entsprechen. Gefragt wird der Zahlungsanbieter, nicht das Gedächtnis.',
  NOTIFY_CUSTOMER:
    'Der Kunde erfährt, was eingegangen ist, mit Datum, Betrag und Nummern, in seiner Sprache.',
  CLOSE_PAYMENT_TASK:
    'Jemand, der das Geld nicht bearbeitet hat, prüft den ganzen Vorgang, schließt ihn ab und gibt das Geld zur Auszahlung frei.',
} as const satisfies Record<Step, string>;

export const eventGroup = {
  WORK: 'Arbeit',
  MONEY: 'Geld',
  CUSTOMER: 'Kunde',
  MESSAGE: 'Nachrichten',
  BUSINESS: 'Unternehmen',
} as const;

export const taxBehavior = {
  EXCLUSIVE: 'netto, Umsatzsteuer kommt dazu',
  INCLUSIVE: 'brutto, Umsatzsteuer ist enthalten',
} as const;

export const lines = {
  line: 'Position {{number}}',
  name: 'Leistung',
  quantity: 'Menge',
  unit: 'Einheit',
  prices: 'Preise',
  unitPrice: 'Einzelpreis netto',
  unitPriceGross: 'Einzelpreis brutto',
  discount: 'Rabatt',
  noDiscount: 'keiner',
  discountHint: '10 % oder 5,00',
  discountReason: 'Grund des Rabatts',
  reasonHint: 'ohne Angabe: Rabatt',
  wholeDiscount: 'Rabatt auf alles',
  wholeReason: 'Grund des Rabatts auf alles',
  subtotal: 'Zwischensumme',
  tax: 'Steuer',
  rate: 'USt',
  net: 'Netto',
  vat: 'USt {{rate}} %',
  vatIn: 'darin USt {{rate}} %',
  total: 'Zu zahlen',
  add: 'Position hinzufügen',
  remove: 'Position {{number}} entfernen',
  exemptionReason: 'Grund der Steuerbefreiung',
  exemptionHint: 'zum Beispiel: Steuerfrei nach § 4 Nr. 21 UStG',
  gaps: 'So wird keine Rechnung ausgestellt: {{gaps}}',
  incomplete: 'Die Summe erscheint, sobald Menge und Preis vollständig sind.',
} as const;

export const caseWords = {
  steps: 'Schritte',
  context: 'Kunde und Forderung',
  run: '{{run}}. Durchgang',
  doneBy: '{{state}} {{at}} · {{who}}',
  openSince: 'An der Reihe seit {{at}}',
  stopped: 'Angehalten',
  actions: 'Aktionen',
  remind: 'An die Zahlung erinnern',
  remindTitle: 'An {{amount}} erinnern?',
  remindText: 'Die Erinnerung geht an {{email}}. Sie ist freundlich, kostet nichts und geht nur einmal.',
  reminded: 'Die Erinnerung ist unterwegs.',
  unanswered: 'Noch offen',
  nothingToDo: 'Hier ist nichts zu tun.',
  amountDue: 'Betrag',
  amountReceived: 'Eingegangen',
  amountOpen: 'Offen',
  amount: 'Betrag',
  due: 'Fällig',
  turn: '{{who}} am Zug',
  expected: 'Erwartet am {{day}}.',
  net: 'Nach Abzug der Gebühren: {{amount}}.',
  nextActions: 'Möglich ist jetzt: {{actions}}.',
  customer: 'Kunde',
  claim: 'Forderung',
  documents: 'Dokumente',
  draft: 'Entwurf ansehen',
  dossier: 'Akte als ZIP',
  dossierOf: 'Akte zu {{number}} als ZIP sichern',
  noDocuments: 'Noch keine.',
  method: 'Hinterlegt',
  reference: 'Bestellung',
  externalRef: 'Fremde Nummer',
  channel: 'Weg',
  preferredMethod: 'Gewünschte Zahlungsart',
  invoicing: 'Rechnung',
  externalInvoice: 'Nummer der Rechnung',
  begun: 'Begonnen',
  ended: 'Beendet',
  task: 'Aufgabe',
  receipt: 'Beleg',
  everyDetail: 'Jede Einzelheit',
  timeline: 'Verlauf',
  reason: 'Grund',
  registerReceipt: 'Zahlungseingang melden',
  receiptText:
    'Für Geld, das Sie auf dem Kontoauszug oder am Kartengerät gesehen haben. Sie bürgen dafür und können diesen Vorgang nicht mehr selbst abschließen.',
  receiptKind: 'Art',
  receiptReference: 'Verwendungszweck oder Belegnummer',
  receiptDone: 'Der Zahlungseingang ist gebucht.',
  valueOn: 'Wertstellung',
  book: 'Buchen',
  cancel: 'Vorgang abbrechen',
  cancelTitle: '{{number}} abbrechen?',
  cancelText:
    'Der Zahlungslink wird ungültig, eine ausgestellte Rechnung wird storniert. Das lässt sich nicht rückgängig machen.',
  canceledDone: '{{number}} ist abgebrochen.',
} as const;

export const verify = {
  checks: 'Prüfungen',
  notYet: 'Die Prüfungen laufen, sobald dieser Schritt an der Reihe ist.',
  discrepancies: 'Abweichungen',
  expected: 'Erwartet',
  found: 'Gefunden',
  acceptReason: 'So annehmen, weil …',
  acceptHint: 'Leer lassen, wenn Sie die Angaben berichtigen.',
  confirm: 'Prüfung abschließen',
  saveOnly: 'Nur speichern',
  correct: 'Angaben berichtigen',
  ask: 'Kunden fragen',
  asked: 'Der Kunde bekommt einen Link, um seine Angaben zu ergänzen.',
  done: 'Die Kundendaten sind geprüft.',
} as const;

export const checklist = {
  required: 'Pflicht',
  note: 'Was wurde gesehen?',
  noteOf: 'Anmerkung zu: {{item}}',
  evidence: {
    FILE: 'dazu gehört eine Datei',
    SIGNED_FILE: 'dazu gehört eine unterschriebene Datei',
  },
  problem: {
    UNANSWERED: 'Bitte beantworten: Ohne diesen Punkt geht der Schritt nicht zu Ende.',
    NOT_HELD: 'Dieser Punkt muss erfüllt sein, damit der Schritt zu Ende geht.',
    NEEDS_FILE: 'Ein Ja braucht hier eine Datei. Hängen Sie sie mit der Büroklammer an.',
    NEEDS_SIGNATURE: 'Ein Ja braucht hier eine Datei mit Name und Tag der Unterschrift.',
  },
} as const;

export const record = {
  save: 'Speichern',
  saved: 'Die Kundendaten sind gespeichert. Bitte gegenlesen und bestätigen.',
  edit: 'Ändern',
  confirm: 'Fassung {{number}} bestätigen',
  confirmed: 'Die Kundendaten sind bestätigt.',
  confirmedVersion: 'Bestätigte Fassung {{number}}',
  savedVersion: 'Gespeicherte Fassung {{number}}',
} as const;

export const methodUpdate = {
  request: 'Link an den Kunden senden',
  requested: 'Der Kunde bekommt einen einmaligen Link.',
  skip: 'Ohne Änderung weiter',
  skipReason: 'Warum ohne Änderung?',
  skipConfirm: 'Weiter',
  skipped: 'Der Schritt ist übersprungen.',
} as const;

export const methodReview = {
  title: 'Diese Zahlungsart passt nicht zur ursprünglichen',
  newOne: 'Neu hinterlegt',
  first: 'Zuerst bestätigt',
  none: 'noch keine',
  noHolder: 'ohne Namen',
  reason: 'Was haben Sie herausgefunden?',
  accept: 'Annehmen',
  refuse: 'Ablehnen',
  done: 'Entschieden. Der Kunde bekommt Bescheid.',
} as const;

export const reviewReason = {
  HOLDER_DIFFERS: 'Sie lautet auf einen anderen Namen als die zuerst bestätigte.',
  TYPE_NOT_ALLOWED: 'Der Ablauf dieses Vorgangs erlaubt keine Zahlungsart dieser Art.',
} as const satisfies Record<ReviewReason, string>;

export const paymentTask = {
  dueDefault: 'Nach Fälligkeit, laut Ablauf',
  account: 'Konto des Kunden',
  otherCases: 'Andere Vorgänge dieses Kunden',
  invoice: 'Vorschau der Rechnung',
  create: 'Aufgabe anlegen',
  createAndInvoice: 'Aufgabe anlegen und Rechnung ausstellen',
  done: 'Die Aufgabe ist angelegt.',
} as const;

export const confirmAmount = {
  payment: 'Eingegangene Zahlung',
  resolution: 'Entscheidung',
  checks: 'Weitere Prüfungen',
  confirm: 'Betrag bestätigen',
  askSecond: 'Zweite Person um Zustimmung bitten',
  done: 'Der Betrag ist entschieden.',
} as const;

export const resolution = {
  EXACT: 'Stimmt genau',
  SKONTO: 'Skonto gewähren',
  FEE: 'Bankgebühr: der Kunde hat voll gezahlt',
  ROUNDING: 'Rundungsdifferenz',
  PARTIAL: 'Teilzahlung: der Rest bleibt offen',
  OVER: 'Zu viel: der Überschuss wird Guthaben',
  DUPLICATE: 'Doppelt gezahlt: alles wird Guthaben',
  WRITE_OFF: 'Rest ausbuchen',
} as const;

export const effect = {
  allocate: '{{amount}} werden zugeordnet',
  writeOff: '{{amount}} werden ausgebucht',
  givenUp: '{{amount}} entfallen',
  credit: '{{amount}} werden Guthaben',
  posting: 'Buchung',
  account: 'Konto',
  debit: 'Soll',
  credited: 'Haben',
  secondPerson: 'eine zweite Person muss zustimmen',
} as const;

export const paymentSource = {
  PROVIDER: 'Zahlungsanbieter',
  BANK: 'Bank',
  MANUAL: 'Gemeldet',
} as const;

export const approval = {
  title: '{{amount}} ausbuchen?',
  askedBy: '{{who}} bittet seit {{at}} um Zustimmung:',
  reason: 'Anmerkung (bei Ablehnung nötig)',
  grant: 'Zustimmen',
  refuse: 'Ablehnen',
  done: 'Die Entscheidung ist festgehalten.',
} as const;

export const record7 = {
  preview: 'So wird gebucht',
  allocate: 'Wird dem Vorgang zugeordnet',
  writeOff: 'Wird ausgebucht',
  openAfter: 'Danach offen',
  recorded: 'Gebucht',
  action: 'Zahlung erfassen',
  done: 'Die Zahlung ist erfasst.',
} as const;

export const status8 = {
  funded: '{{amount}} davon sind angekommen',
  published: 'Veröffentlichter Stand',
  attempts: 'Zahlungsversuche',
  action: 'Beim Zahlungsanbieter nachfragen',
  done: 'Der Stand ist abgeglichen.',
} as const;

export const notify = {
  preview: 'So liest es der Kunde',
  request: 'Zahlungsaufforderung',
  inPerson: 'Vor Ort wird am Kartenleser bezahlt; dafür geht keine Zahlungsaufforderung hinaus.',
  messages: 'Nachrichten',
  none: 'Noch keine Nachricht.',
  to: 'An',
  subject: 'Betreff',
  action: 'Kunden benachrichtigen',
  done: 'Die Nachricht ist auf dem Weg.',
} as const;

export const closing = {
  open: 'Noch {{amount}} offen',
  preCheck: 'Vorprüfung',
  checks: 'Weitere Prüfungen',
  close: 'Abschließen',
  closeTitle: '{{number}} abschließen?',
  closeText:
    'Der Vorgang ist damit erledigt, und {{amount}} werden zur Auszahlung freigegeben. Das lässt sich nicht zurücknehmen.',
  done: '{{number}} ist abgeschlossen.',
  reject: 'Zurückweisen',
  backTo: 'Zurück zu Schritt',
  rejected: 'Der Vorgang ist zurückgewiesen.',
} as const;

export const newCase = {
  title: 'Neuer Vorgang',
  text: 'Wer soll was bis wann bezahlen?',
  who: 'Wer',
  what: 'Was',
  how: 'Wie und bis wann',
  customer: 'Kunde',
  knownCustomer: 'Bekannter Kunde',
  newCustomer: 'Neuer Kunde',
  supplyFrom: 'Leistung von',
  supplyTo: 'Leistung bis',
  anyMethod: 'Der Kunde wählt',
  referenceHint: 'Ihre Bestellnummer',
  inPersonText: 'Der Kunde zahlt gleich am Kartenleser. Rechnung und Beleg bekommt er danach per E-Mail.',
  noReader: 'Dafür fehlt noch ein Kartenleser.',
  setUpReader: 'Kartenleser einrichten',
  noReaderAskOwner:
    'Dafür fehlt noch ein Kartenleser. Die Inhaberin oder der Inhaber richtet ihn in den Einstellungen ein.',
  requestText: 'Der Kunde bekommt sofort eine E-Mail mit Betrag, Fälligkeit, Zahlungslink und GiroCode.',
  start: 'Zahlung auslösen',
} as const;
