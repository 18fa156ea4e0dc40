import type { RefundEffect, RefundState } from '#gql/graphql';

export const allocations = {
  title: 'Zugeordnete Zahlungen',
  from: '{{payer}}, {{day}}',
  payment: 'Zahlung',
  undo: 'Zurücknehmen',
  undoNamed: '{{amount}} zurücknehmen',
  undoTitle: 'Zuordnung von {{amount}} zurücknehmen?',
  undoText:
    'Nur diese eine Zuordnung bekommt eine Gegenbuchung, alle anderen bleiben. {{amount}} sind wieder offen, das Geld ist Guthaben des Kunden, und der Vorgang geht zurück zur Bestätigung des Betrags. Wer zurücknimmt, darf den Vorgang nicht abschließen.',
  undone: 'Die Zuordnung ist zurückgenommen.',
  undoneBy: 'Zurückgenommen von {{who}} am {{at}}: {{reason}}',
  unassign: 'Eingang zurückgeben',
  unassignTitle: 'Diesen Eingang zurückgeben?',
  unassignText:
    'Für Geld, das diesem Vorgang irrtümlich zugeordnet ist. Es liegt danach wieder beim nicht zugeordneten Geld und lässt sich dem richtigen Vorgang zuordnen. Was es bezahlt hat, ist wieder offen. Wer zurückgibt, darf den Vorgang nicht abschließen.',
  whichCredit: 'Welcher Eingang',
  credit: '{{amount}} von {{payer}}, {{day}}',
  unassigned: 'Der Eingang ist zurückgegeben.',
  undoneByItself: 'Zurückgenommen am {{at}}: Das Geld ging zurück.',
} as const;

export const refunds = {
  title: 'Erstattungen',
  request: 'Geld erstatten',
  payment: 'Zahlung',
  effect: 'Was wird aus der Forderung?',
  amount: 'Betrag',
  most: 'Höchstens {{amount}}',
  reason: 'Grund (steht auf dem Korrekturbeleg)',
  needsSecond: 'Über {{limit}} muss eine zweite Person zustimmen, bevor Geld fließt.',
  byHand:
    'Das Geld kam per Überweisung. Bitte überweisen Sie es nach dem Absenden selbst zurück und tragen Sie die Überweisung hier nach.',
  byProvider: 'Das Geld geht über den Zahlungsanbieter zurück, so wie es gekommen ist.',
  done: 'Die Erstattung ist veranlasst.',
  requestedBy: '{{who}}, {{at}}',
  transferred: 'Überwiesen',
  reference: 'Verwendungszweck oder Nummer des Auszugs',
  recordTransfer: 'Überweisung nachtragen',
  recorded: 'Die Überweisung ist nachgetragen.',
  atProvider: 'beim Zahlungsanbieter veranlasst',
  agree: '{{amount}} erstatten?',
} as const;

export const refundEffect = {
  REDUCE: 'Forderung mindern',
  FROM_CREDIT: 'Aus dem Guthaben',
  CLAIM_STAYS_OPEN: 'Forderung bleibt offen',
} as const satisfies Record<RefundEffect, string>;

export const refundEffectText = {
  REDUCE: 'Der Kunde bekommt eine Rechnungskorrektur über {{amount}}. Es ist danach nichts neu offen.',
  FROM_CREDIT: '{{amount}} gehen aus dem Guthaben zurück. An der Forderung ändert sich nichts.',
  CLAIM_STAYS_OPEN:
    'Danach sind {{amount}} wieder offen. Ein abgeschlossener Vorgang öffnet sich wieder bei „Betrag bestätigen“.',
} as const satisfies Record<RefundEffect, string>;

export const refundState = {
  REQUESTED: 'Wartet auf Zustimmung',
  APPROVED: 'Freigegeben',
  SENT: 'Unterwegs',
  UNKNOWN: 'Ungeklärt',
  SUCCEEDED: 'Erstattet',
  FAILED: 'Fehlgeschlagen',
  REFUSED: 'Abgelehnt',
} as const satisfies Record<RefundState, string>;
