import type { ReaderConnection } from '#gql/graphql';

export const readers = {
  title: 'Kartenleser',
  text: 'Lassen Sie den Kartenleser einen Registrierungscode anzeigen (Einstellungen am Gerät) und tragen Sie ihn hier ein. Als Standort gilt die Adresse des Unternehmens.',
  code: 'Registrierungscode',
  codeExample: 'z. B. sepia-cerulean-aqua',
  label: 'Bezeichnung',
  labelExample: 'z. B. Tresen',
  register: 'Kartenleser einrichten',
  registered: '„{{label}}“ ist eingerichtet.',
  removeText:
    'Mit diesem Gerät kann dann nicht mehr kassiert werden. Was damit bezahlt wurde, bleibt. Für einen neuen Einsatz richten Sie es wieder ein.',
  needsProvider: 'Verbinden Sie zuerst einen Zahlungsanbieter: Die Kartenleser gehören zu seinem Konto.',
  atReader: 'Am Kartenleser',
  reader: 'Kartenleser',
  collect: 'Am Kartenleser kassieren',
  again: 'Noch einmal kassieren',
  cancel: 'Abbrechen',
  waiting: '„{{label}}“ wartet auf die Karte',
  waitingText: 'Der Kartenleser zeigt {{amount}}. Der Kunde hält jetzt Karte oder Telefon davor.',
  read: 'Karte gelesen',
  readText: 'Die Bank wird gefragt.',
  paid: '{{amount}} bezahlt',
  paidText: 'Freigegeben am Kartenleser „{{label}}“.',
  failedText:
    '{{amount}} sind noch offen. Kassieren Sie noch einmal, auch mit einer anderen Karte, oder brechen Sie ab.',
  none: 'Noch kein Kartenleser',
  noneText: 'Mit einem Kartenleser zahlen Kunden vor Ort mit ihrer Karte oder ihrem Telefon.',
} as const;

export const readerConnection = {
  ONLINE: 'Bereit',
  OFFLINE: 'Nicht erreichbar',
  UNKNOWN: 'Nicht bekannt',
} as const satisfies Record<ReaderConnection, string>;
