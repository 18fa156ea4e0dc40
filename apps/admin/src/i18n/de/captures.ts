import type { CaptureMode } from '#gql/graphql';

export const captures = {
  title: 'Karten einziehen',
  reserved: '{{amount}} sind auf der Karte reserviert',
  until: 'Einziehen lässt sich das bis {{at}}; danach verfällt die Reservierung.',
  running:
    'Der Betrag wird gerade eingezogen. Sobald der Zahlungsanbieter es bestätigt, geht es von selbst weiter.',
  holder: 'Karte von {{holder}}.',
  amount: 'Reserviert',
  confirm: 'Bestätigen und {{amount}} einziehen',
  dialog: '{{amount}} einziehen?',
  exact:
    'Die Karte des Kunden wird mit {{amount}} belastet. Die Zahlung wird danach von selbst erfasst; noch einmal bestätigen muss sie niemand. Rückgängig macht das nur eine Erstattung.',
  partial:
    'Reserviert ist weniger, als offen ist: {{amount}} werden eingezogen, der Rest der Forderung bleibt offen.',
  over: 'Reserviert ist mehr, als offen ist: {{amount}} werden eingezogen, {{released}} werden auf der Karte wieder frei.',
  done: 'Der Einzug ist veranlasst.',
  release: 'Reservierung freigeben',
  releaseTitle: 'Reservierung über {{amount}} freigeben?',
  releaseText:
    'Der Betrag wird auf der Karte des Kunden wieder frei. Es wird nichts eingezogen; die Forderung bleibt offen, und der Kunde kann neu zahlen.',
  released: 'Die Reservierung ist freigegeben.',
  newCases: 'Gilt für neue Vorgänge. Lastschriften, Überweisungen und Kartenleser ziehen immer sofort ein.',
} as const;

export const captureMode = {
  AUTOMATIC: 'Sofort',
  MANUAL: 'Erst reservieren',
} as const satisfies Record<CaptureMode, string>;

export const captureModeText = {
  AUTOMATIC: 'Die Karte wird belastet, sobald der Kunde zahlt.',
  MANUAL:
    'Der Betrag wird nur reserviert, meist für sieben Tage. Eingezogen wird er in Schritt 6: von selbst, wenn alles stimmt, sonst von einer Person. Was bis dahin nicht eingezogen ist, verfällt.',
} as const satisfies Record<CaptureMode, string>;
