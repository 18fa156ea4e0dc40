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
