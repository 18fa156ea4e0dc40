import type {
  AttemptState,
  CaseState,
  Channel,
  CheckState,
  CustomerState,
  EventType,
  InvoiceKind,
  InvoiceStanding,
  PaymentMethodType,
  PaymentSource,
  PaymentStatus,
  PayoutState,
  Phase,
  PhaseState,
  Role,
  Step,
  StepState,
  TaskKind,
  TaskPriority,
  TaskState,
} from '#gql/graphql';

export const status = {
  REQUESTED: 'Angefordert',
  INITIATED: 'Begonnen',
  VERIFIED: 'Geprüft',
  APPROVED: 'Freigegeben',
  SETTLED: 'Eingegangen',
  PROCESSING: 'In Bearbeitung',
  UNKNOWN: 'Ungeklärt',
  FAILED: 'Fehlgeschlagen',
  CANCELED: 'Abgebrochen',
  RETURNED: 'Zurückgebucht',
  DISPUTED: 'Bestritten',
  REFUNDED: 'Erstattet',
  PARTIALLY_REFUNDED: 'Teilweise erstattet',
} as const satisfies Record<PaymentStatus, string>;

export const caseState = {
  OPEN: 'Offen',
  CLOSED: 'Abgeschlossen',
  CANCELED: 'Abgebrochen',
} as const satisfies Record<CaseState, string>;

export const phases = { label: 'Weg des Geldes' } as const;

export const phase = {
  INITIATION: 'Beginn',
  VERIFICATION: 'Prüfung',
  APPROVAL: 'Freigabe',
  SETTLEMENT: 'Eingang',
} as const satisfies Record<Phase, string>;

export const phaseState = {
  PENDING: 'Noch nicht',
  DONE: 'Erledigt',
  FAILED: 'Nicht bestanden',
} as const satisfies Record<PhaseState, string>;

export const step = {
  INITIATE_PAYMENT: 'Zahlung auslösen',
  VERIFY_CUSTOMER_DATA: 'Kundendaten überprüfen',
  SAVE_CUSTOMER_RECORD: 'Kundendaten speichern',
  UPDATE_PAYMENT_METHOD: 'Zahlungsart aktualisieren',
  CREATE_PAYMENT_TASK: 'Aufgabe anlegen',
  CONFIRM_AMOUNT: 'Zahlungsbetrag bestätigen',
  RECORD_PAYMENT: 'Zahlung erfassen',
  UPDATE_PAYMENT_STATUS: 'Zahlungsstatus aktualisieren',
  NOTIFY_CUSTOMER: 'Kunden benachrichtigen',
  CLOSE_PAYMENT_TASK: 'Aufgabe abschließen',
} as const satisfies Record<Step, string>;

export const stepState = {
  PENDING: 'Steht noch aus',
  OPEN: 'An der Reihe',
  DONE: 'Erledigt',
  SKIPPED: 'Übersprungen',
} as const satisfies Record<StepState, string>;

export const method = {
  CARD: 'Karte',
  SEPA_DEBIT: 'SEPA-Lastschrift',
  BANK_TRANSFER: 'Überweisung',
} as const satisfies Record<PaymentMethodType, string>;

export const methodState = {
  PENDING: 'Wird eingerichtet',
  REVIEW: 'Zu prüfen',
  ACTIVE: 'Aktiv',
  RETIRED: 'Abgelöst',
} as const;

export const channel = {
  ONLINE: 'Online (Zahlungslink)',
  MOBILE_APP: 'App',
  IN_PERSON: 'Vor Ort',
} as const satisfies Record<Channel, string>;

/** What a member chooses between when a case is started. */
export const channelText = {
  ONLINE: 'Der Kunde bekommt einen Link per E-Mail.',
  IN_PERSON: 'Der Kunde steht vor Ihnen und zahlt am Kartenleser.',
} as const;

export const role = {
  OWNER: 'Inhaber/in',
  TEAM_LEAD: 'Teamleitung',
  CLERK: 'Sachbearbeitung',
  ADVISER: 'Beratung (nur lesen)',
} as const satisfies Record<Role, string>;

export const check = {
  PASSED: 'Bestanden',
  FAILED: 'Nicht bestanden',
  NOT_APPLICABLE: 'Trifft nicht zu',
  NOT_CHECKABLE: 'Nicht prüfbar',
} as const satisfies Record<CheckState, string>;

export const customerState = {
  DRAFT: 'Neu',
  CONFIRMED: 'Bestätigt',
  MERGED: 'Zusammengeführt',
  RESTRICTED: 'Gesperrt',
} as const satisfies Record<CustomerState, string>;

export const taskState = {
  OPEN: 'Offen',
  CLAIMED: 'Übernommen',
  DONE: 'Erledigt',
} as const satisfies Record<TaskState, string>;

export const taskKind = {
  PAYMENT: 'Zahlung',
  EXCEPTION: 'Ausnahme',
} as const satisfies Record<TaskKind, string>;

export const taskPriority = {
  LOW: 'Niedrig',
  NORMAL: 'Normal',
  HIGH: 'Hoch',
} as const satisfies Record<TaskPriority, string>;

export const invoiceKind = {
  CORRECTION: 'Korrektur',
  INVOICE: 'Rechnung',
  STORNO: 'Storno',
  STATEMENT: 'Abrechnung',
} as const satisfies Record<InvoiceKind, string>;

export const invoiceStanding = {
  OPEN: 'Offen',
  OVERDUE: 'Überfällig',
  PAID: 'Bezahlt',
  CANCELED: 'Storniert',
} as const satisfies Record<InvoiceStanding, string>;

export const paymentSource = {
  PROVIDER: 'Zahlungsanbieter',
  BANK: 'Bank',
  MANUAL: 'Von Hand gemeldet',
} as const satisfies Record<PaymentSource, string>;

export const payoutState = {
  PROPOSED: 'Vorgeschlagen',
  RELEASED: 'Freigegeben',
  SENT: 'Unterwegs',
  PAID: 'Angekommen',
  FAILED: 'Fehlgeschlagen',
} as const satisfies Record<PayoutState, string>;

export const messageState = {
  QUEUED: 'Wartet',
  SENDING: 'Wird gesendet',
  SENT: 'Gesendet',
  DELIVERED: 'Zugestellt',
  BOUNCED: 'Unzustellbar',
  FAILED: 'Fehlgeschlagen',
} as const;

export const attemptState = {
  CREATED: 'Angelegt',
  REQUIRES_ACTION: 'Wartet auf den Kunden',
  PROCESSING: 'In Bearbeitung',
  UNKNOWN: 'Ungeklärt',
  DECLINED: 'Abgelehnt',
  AUTHORIZED: 'Autorisiert',
  SUCCEEDED: 'Erfolgreich',
  CANCELED: 'Abgebrochen',
} as const satisfies Record<AttemptState, string>;

export const event = {
  CASE_INITIATED: 'Vorgang begonnen',
  CASE_CANCELED: 'Vorgang abgebrochen',
  CASE_CLOSED: 'Vorgang abgeschlossen',
  CASE_REJECTED: 'Vorgang zurückgewiesen',
  CASE_REOPENED: 'Vorgang wieder geöffnet',
  STEP_OPENED: 'Schritt geöffnet',
  STEP_DONE: 'Schritt erledigt',
  STEP_SKIPPED: 'Schritt übersprungen',
  STEP_STOPPED: 'Schritt angehalten',
  CHECK_RECORDED: 'Prüfung festgehalten',
  DISCREPANCY_RAISED: 'Abweichung gefunden',
  DISCREPANCY_RESOLVED: 'Abweichung geklärt',
  CUSTOMER_DATA_CHANGED: 'Kundendaten geändert',
  CUSTOMER_SAVED: 'Kundendaten gespeichert',
  CUSTOMER_CONFIRMED: 'Kundendaten bestätigt',
  CUSTOMER_STATEMENT_MAILED: 'Kontoauszug gesendet',
  CUSTOMER_SYNCED: 'Kundendaten weitergegeben',
  CUSTOMER_VAT_CHECK_ASKED: 'USt-IdNr. im Register angefragt',
  CUSTOMER_VAT_CHECKED: 'Register hat zur USt-IdNr. geantwortet',
  CUSTOMER_MERGED: 'Kunden zusammengeführt',
  DATA_REQUESTED: 'Angaben angefordert',
  METHOD_REQUESTED: 'Neue Zahlungsart angefordert',
  METHOD_UPDATED: 'Zahlungsart aktualisiert',
  METHOD_REVIEW_NEEDED: 'Zahlungsart zu prüfen',
  METHOD_ACCEPTED: 'Zahlungsart angenommen',
  METHOD_REFUSED: 'Zahlungsart abgelehnt',
  METHOD_EXPIRING: 'Karte läuft bald ab',
  TASK_CREATED: 'Aufgabe angelegt',
  TASK_CLAIMED: 'Aufgabe übernommen',
  TASK_ASSIGNED: 'Aufgabe übergeben',
  TASK_REMINDED: 'An überfällige Aufgabe erinnert',
  TASK_DONE: 'Aufgabe erledigt',
  ATTEMPT_PLANNED: 'Belastung geplant',
  ATTEMPT_STARTED: 'Zahlungsversuch begonnen',
  ATTEMPT_CHANGED: 'Zahlungsversuch fortgeschritten',
  ATTEMPT_FAILED: 'Zahlungsversuch fehlgeschlagen',
  ATTEMPT_PARTLY_FUNDED: 'Überweisung unvollständig',
  AUTHORIZATION_EXPIRING: 'Reservierung läuft bald ab',
  AUTHORIZATION_RELEASED: 'Reservierung freigegeben',
  CAPTURE_REQUESTED: 'Einzug veranlasst',
  CAPTURE_SENT: 'Einzug auf dem Weg',
  CAPTURE_UNCLEAR: 'Einzug ungeklärt',
  CAPTURE_SUCCEEDED: 'Reservierten Betrag eingezogen',
  CAPTURE_FAILED: 'Einzug fehlgeschlagen',
  PAYMENT_RECEIVED: 'Geld eingegangen',
  PAYMENT_AMOUNT_CONFIRMED: 'Betrag bestätigt',
  PAYMENT_UNASSIGNED: 'Eingang zurückgegeben',
  ALLOCATION_REVERSED: 'Zuordnung zurückgenommen',
  PAYMENT_REMINDED: 'An die Zahlung erinnert',
  PAYMENT_RECORDED: 'Zahlung erfasst',
  PAYMENT_STATUS_CHANGED: 'Zahlungsstatus geändert',
  RECEIPT_REGISTERED: 'Zahlungseingang gemeldet',
  RECEIPT_MERGED: 'Gemeldeter Zahlungseingang auf dem Kontoauszug wiedergefunden',
  BANK_IMPORTED: 'Kontoauszug eingelesen',
  OTHER_RECEIPT_ASKED: 'Buchung ohne Kunden erbeten',
  OTHER_RECEIPT_BOOKED: 'Eingang auf ein Konto gebucht',
  OTHER_RECEIPT_REFUSED: 'Buchung ohne Kunden abgelehnt',
  OTHER_RECEIPT_REVERSED: 'Buchung auf ein Konto zurückgenommen',
  REFUND_REQUESTED: 'Erstattung veranlasst',
  REFUND_SENT: 'Erstattung auf dem Weg',
  REFUND_UNCLEAR: 'Erstattung ungeklärt',
  REFUND_SUCCEEDED: 'Geld erstattet',
  REFUND_FAILED: 'Erstattung fehlgeschlagen',
  REFUND_REFUSED: 'Erstattung abgelehnt',
  DISPUTE_OPENED: 'Zahlung bestritten',
  DISPUTE_ESCALATED: 'Anfrage der Bank wurde zur Rückbelastung',
  DISPUTE_RESPONSE_RECORDED: 'Rückbelastung beantwortet',
  DISPUTE_RESPONSE_SENT: 'Antwort bei der Bank',
  DISPUTE_RESPONSE_FAILED: 'Antwort nicht angenommen',
  DISPUTE_WON: 'Rückbelastung gewonnen',
  DISPUTE_FUNDS_REINSTATED: 'Geld einer Rückbelastung ist zurück',
  DISPUTE_LOST: 'Zahlung zurückgeholt',
  ADJUSTMENT_RECORDED: 'Ausgleich gebucht',
  APPROVAL_ASKED: 'Zustimmung erbeten',
  APPROVAL_GRANTED: 'Zustimmung erteilt',
  APPROVAL_REFUSED: 'Zustimmung abgelehnt',
  INVOICE_ISSUED: 'Rechnung ausgestellt',
  INVOICE_CANCELED: 'Rechnung storniert',
  INVOICE_CORRECTED: 'Rechnung korrigiert',
  DOCUMENT_STORED: 'Dokument abgelegt',
  ATTACHMENT_ADDED: 'Datei angehängt',
  MESSAGE_QUEUED: 'Nachricht vorgemerkt',
  MESSAGE_SENT: 'Nachricht gesendet',
  MESSAGE_DELIVERED: 'Nachricht zugestellt',
  MESSAGE_BOUNCED: 'Nachricht unzustellbar',
  MESSAGE_FAILED: 'Nachricht fehlgeschlagen',
  PAYOUT_CREATED: 'Auszahlung begonnen',
  PAYOUT_EXPLAINED: 'Auszahlung aufgeschlüsselt',
  PAYOUT_SENT: 'Auszahlung unterwegs',
  PAYOUT_PAID: 'Auszahlung angekommen',
  PAYOUT_FAILED: 'Auszahlung fehlgeschlagen',
  PAYOUT_PROPOSED: 'Auszahlung vorgeschlagen',
  PAYOUT_RELEASED: 'Auszahlung freigegeben',
  ORGANIZATION_CREATED: 'Unternehmen angelegt',
  ORGANIZATION_UPDATED: 'Unternehmen geändert',
  CHART_CHOSEN: 'Kontenrahmen gewählt',
  CHART_ACCOUNTS_CHANGED: 'Konten geändert',
  BOOKS_CHECK_ASKED: 'Prüfung der Bücher angestoßen',
  BOOKS_CHECKED: 'Bücher geprüft',
  MEMBER_INVITED: 'Mitglied eingeladen',
  MEMBER_JOINED: 'Mitglied beigetreten',
  MEMBER_ROLE_CHANGED: 'Rolle geändert',
  MEMBER_REMOVED: 'Mitglied entfernt',
  PROVIDER_CONNECTED: 'Zahlungsanbieter verbunden',
  READER_REGISTERED: 'Kartenleser eingerichtet',
  READER_REMOVED: 'Kartenleser entfernt',
  INTEGRATION_CREATED: 'Partner angelegt',
  API_KEY_CREATED: 'Schlüssel erstellt',
  API_KEY_REVOKED: 'Schlüssel widerrufen',
  PAYMENT_LINK_CREATED: 'Zahlungslink erstellt',
  PAYMENT_LINK_UPDATED: 'Zahlungslink geändert',
  WORKFLOW_ACTIVATED: 'Ablauf aktiviert',
} as const satisfies Record<EventType, string>;
