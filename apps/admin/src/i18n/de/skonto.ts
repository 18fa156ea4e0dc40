export const skonto = {
  title: 'Skonto',
  text: 'Gilt für neue Vorgänge, in denen nichts anderes steht, und nur für Überweisungen auf Ihr Konto. Zahlungen über den Zahlungsanbieter werden immer in voller Höhe eingezogen.',
  percent: 'Skonto in Prozent',
  days: 'Skontofrist in Tagen',
  save: 'Skonto speichern',
  none: 'keins',
  invalidPercent: 'Bitte eine Zahl über 0 und unter 100, höchstens zwei Nachkommastellen.',
  invalidDays: 'Bitte eine ganze Zahl von 1 bis 90.',
  offer: '{{percent}} % bis {{day}}: {{amount}}',
} as const;
