import type { DisputeResponseKind, EvidenceKind } from '#gql/graphql';
import type { DisputeNext, DisputeStage } from '../../payments/dispute-stage.ts';

export const disputes = {
  title: 'Rückbelastungen',
  reason: 'Grund der Bank',
  dueBy: 'Antwort bis',
  openedAt: 'Gemeldet',
  fee: 'Gebühr',
  answered: '{{who}}, {{at}}',
  refused: 'Der Zahlungsanbieter hat die Antwort nicht angenommen: {{why}}',
  submit: 'Widersprechen',
  accept: 'Verlust anerkennen',
  acceptTitle: 'Diesen Verlust anerkennen?',
  acceptText:
    '{{amount}} bleiben beim Kunden, und die Bank schließt den Fall. Die Forderung ist danach wieder offen: Fordern Sie sie anders ein, oder buchen Sie sie mit Zustimmung einer zweiten Person aus. Wer anerkennt, darf den Vorgang nicht mehr abschließen.',
  accepted: 'Der Verlust ist anerkannt.',
  once: 'Die Bank nimmt nur eine Antwort an, bis {{until}}. Schicken Sie alles, was zeigt, dass die Zahlung zu Recht erfolgt ist.',
  files: 'Dateien des Vorgangs',
  noFiles: 'Beim Vorgang liegt noch keine Datei, die Banken annehmen (PDF, JPEG, PNG).',
  kindOf: 'Was belegt {{name}}?',
  notSent: 'wird nicht mitgeschickt',
  statement: 'Ihre Sicht',
  statementHint: 'Was haben Sie wann geliefert oder geleistet, und was hat der Kunde dazu geschrieben?',
  send: 'An die Bank senden',
  submitted: 'Die Antwort wird an die Bank übermittelt.',
} as const;

export const disputeStage = {
  TO_ANSWER: 'Antwort fällig',
  ASKED: 'Anfrage der Bank',
  ON_ITS_WAY: 'Antwort unterwegs',
  WITH_BANK: 'Bei der Bank',
  WON_UNPAID: 'Gewonnen',
  WON: 'Gewonnen',
  LOST: 'Verloren',
  RETURNED: 'Zurückgebucht',
} as const satisfies Record<DisputeStage, string>;

export const disputeNext = {
  TO_ANSWER:
    'Die Bank des Kunden hat das Geld zurückgeholt. Bis {{until}} können Sie widersprechen; ohne Antwort ist es dann verloren.',
  ASKED: 'Die Bank fragt nur nach, es ist noch kein Geld geflossen. Bitte antworten Sie bis {{until}}.',
  ON_ITS_WAY: 'Ihre Antwort wird gerade an die Bank übermittelt.',
  WITH_BANK:
    'Die Bank prüft; das kann zwei bis drei Monate dauern. So lange wartet der Vorgang, und der Kunde braucht nichts zu zahlen.',
  WON_UNPAID: 'Die Bank hat für Sie entschieden. Das Geld ist noch auf dem Weg zurück.',
  WON: 'Die Bank hat für Sie entschieden. Das Geld ist da.',
  LOST: '{{amount}} sind verloren, die Forderung ist wieder offen. Fordern Sie sie anders ein, oder buchen Sie sie bei „Betrag bestätigen“ aus.',
  RETURNED:
    'Die Bank des Kunden hat die Lastschrift zurückgegeben. Das ist endgültig; {{amount}} sind wieder offen, und der Kunde ist gebeten, anders zu zahlen.',
  LOST_COVERED: '{{amount}} sind verloren. Die Forderung ist inzwischen anders ausgeglichen.',
  RETURNED_COVERED:
    'Die Bank des Kunden hat die Lastschrift zurückgegeben. Das ist endgültig; die Forderung ist inzwischen anders ausgeglichen.',
} as const satisfies Record<DisputeNext, string>;

export const disputeAnswer = {
  EVIDENCE: 'Widersprochen',
  ACCEPTANCE: 'Anerkannt',
} as const satisfies Record<DisputeResponseKind, string>;

export const disputeReason = {
  bank_cannot_process: 'Die Bank konnte die Lastschrift nicht ausführen',
  credit_not_processed: 'Eine Gutschrift ist ausgeblieben',
  customer_initiated: 'Der Kunde hat der Lastschrift widersprochen',
  debit_not_authorized: 'Die Lastschrift war nicht erlaubt',
  duplicate: 'Doppelt abgebucht',
  fraudulent: 'Der Karteninhaber kennt die Zahlung nicht',
  general: 'Die Bank nennt keinen Grund',
  incorrect_account_details: 'Die Kontodaten stimmen nicht',
  insufficient_funds: 'Das Konto war nicht gedeckt',
  noncompliant: 'Gegen Regeln der Kartengesellschaft verstoßen',
  product_not_received: 'Ware oder Leistung nicht erhalten',
  product_unacceptable: 'Ware oder Leistung mangelhaft',
  subscription_canceled: 'Ein Abonnement war schon gekündigt',
  unrecognized: 'Der Kunde erkennt die Zahlung nicht wieder',
} as const;

export const evidenceKind = {
  RECEIPT: 'Rechnung oder Beleg',
  SERVICE_DOCUMENTATION: 'Leistungsnachweis',
  SHIPPING_DOCUMENTATION: 'Lieferschein, Sendungsnachweis',
  CUSTOMER_COMMUNICATION: 'Schriftwechsel mit dem Kunden',
  CUSTOMER_SIGNATURE: 'Unterschrift des Kunden',
  REFUND_POLICY: 'Bedingungen für Erstattungen',
  CANCELLATION_POLICY: 'Bedingungen für Stornos',
  DUPLICATE_CHARGE_DOCUMENTATION: 'Nachweis, dass es zwei Zahlungen sind',
  UNCATEGORIZED_FILE: 'Sonstiges',
} as const satisfies Record<EvidenceKind, string>;
