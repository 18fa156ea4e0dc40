export const books = {
  fine_one: 'Bücher geprüft {{when}}: die eine Regel hält.',
  fine_other: 'Bücher geprüft {{when}}: alle {{count}} Regeln halten.',
  broken_one: 'Bücher geprüft {{when}}: eine Regel hält nicht',
  broken_other: 'Bücher geprüft {{when}}: {{count}} Regeln halten nicht',
  notChecked_one: 'Bücher geprüft {{when}}: eine Regel konnte nicht geprüft werden',
  notChecked_other: 'Bücher geprüft {{when}}: {{count}} Regeln konnten nicht geprüft werden',
  notCheckedText: 'Die Prüfung hätte zu lange gedauert. Ob sie halten, weiß niemand:',
  never: 'Die Bücher wurden noch nicht geprüft. Sie prüfen sich jede Nacht selbst.',
  running: 'Die Bücher werden gerade geprüft …',
  now: 'Jetzt prüfen',
} as const;

export const sheet = {
  label: 'Kontoblatt',
  open: 'Kontoblatt öffnen',
  opening: 'Anfangssaldo',
  closing: 'Summen und Endsaldo',
  counterAccount: 'Gegenkonto',
  document: 'Beleg',
  invoice: 'Rechnung',
  payment: 'Zahlung',
  paymentOf: 'Zahlung von {{payer}}',
  pdf: 'PDF',
  bankStatement: 'Kontoauszug',
  from: 'Gebucht ab',
  until: 'Gebucht bis',
  more: 'Weitere Buchungen',
  exportName: 'kontoblatt',
  count_one: '{{shown}} Buchungszeile',
  count_other: '{{shown}} Buchungszeilen',
} as const;

export const chart = {
  which: 'Kontenrahmen',
  whichText:
    'Ein anderer Kontenrahmen nummeriert jedes Konto um, dessen Nummer niemand geändert hat. Was gebucht ist, bleibt.',
  allRenumbered: 'Alle Konten tragen jetzt die Nummern dieses Kontenrahmens.',
  kept: 'Diese Konten behalten ihre Nummer: {{accounts}}',
  title: 'Konten',
  text: 'Nummern mit vier bis acht Ziffern, alle gleich lang. Bitte einmal mit der Steuerberatung abstimmen.',
  number: 'Nummer',
  nameDe: 'Name deutsch',
  nameEn: 'Name englisch',
} as const;

export const chartText = {
  SKR03: 'Nach den Abläufen gegliedert; in kleinen Betrieben der häufigste.',
  SKR04: 'Nach dem Jahresabschluss gegliedert.',
} as const;
