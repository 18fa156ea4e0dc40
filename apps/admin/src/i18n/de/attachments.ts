import type { FileProblem } from '../../attachments/file-problem.ts';
import type { FilePurpose } from '../../attachments/file-purposes.ts';

export const attachments = {
  title: 'Dateien',
  add: 'Datei anhängen',
  addTo: 'Datei anhängen: {{what}}',
  dropHint: 'Oder Dateien hierher ziehen: PDF, PNG, JPEG, TXT, CSV, bis 10 MB.',
  name: 'Bezeichnung',
  purpose: 'Art',
  signedBy: 'Unterschrieben von',
  signatureDay: 'Unterschrieben am',
  vouchHint: 'Sie bürgen dafür, dass diese Unterschrift echt ist.',
  signed: 'Unterschrieben von {{who}}',
  signedOn: 'Unterschrieben von {{who}} am {{day}}',
  vouchedBy: 'dafür bürgt {{who}}',
  sending: '{{share}} % gesendet',
  arrived: 'Hochgeladen, noch nicht angehängt',
  progress: 'Fortschritt von {{name}}',
  attach: 'Anhängen',
  discard: 'Verwerfen',
  done: 'Die Datei ist angehängt.',
  notKept: '{{name}} wurde nicht angenommen',
  broken: 'Die Verbindung ist abgebrochen. Es wurde nichts gespeichert; Sie können es gefahrlos wiederholen.',
} as const;

export const fileProblem = {
  FILE_TYPE_NOT_ALLOWED:
    'Erlaubt sind PDF, PNG, JPEG, TXT und CSV, und der Inhalt muss dem Namen entsprechen.',
  FILE_TOO_LARGE: 'Eine Datei darf höchstens 10 MB groß sein. Verkleinern Sie sie oder teilen Sie sie auf.',
  FILE_EMPTY: 'In der Datei steht nichts.',
  UNAUTHENTICATED: 'Sie sind nicht mehr angemeldet. Melden Sie sich neu an und versuchen Sie es noch einmal.',
  FORBIDDEN: 'Ihre Rolle darf keine Dateien anhängen.',
} as const satisfies Record<FileProblem, string>;

export const filePurpose = {
  AGREEMENT: 'Vertrag',
  ORDER: 'Bestellung',
  DELIVERY_NOTE: 'Lieferschein',
  SLIP: 'Zahlungsbeleg',
  CORRESPONDENCE: 'Schriftwechsel',
  IDENTITY: 'Nachweis zur Person',
  OTHER: 'Sonstiges',
} as const satisfies Record<FilePurpose, string>;
