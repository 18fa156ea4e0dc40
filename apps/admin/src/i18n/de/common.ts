export const common = {
  loading: 'Wird geladen',
  tryAgain: 'Noch einmal versuchen',
  back: 'Zurück',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  next: 'Weiter',
  add: 'Hinzufügen',
  remove: 'Entfernen',
  edit: 'Bearbeiten',
  copy: 'Kopieren',
  copied: 'Kopiert',
  open: 'Öffnen',
  all: 'Alle',
  none: 'Keine',
  yes: 'Ja',
  no: 'Nein',
  optional: 'optional',
  overdue: 'Überfällig',
  today: 'Heute',
  search: 'Suchen',
  showMore: 'Mehr anzeigen',
  download: 'Herunterladen',
  system: 'System',
  unknownPerson: 'Unbekannt',
  notSet: 'Nicht angegeben',
  quote: '„{{text}}“',
} as const;

export const action = {
  unblockedBy: 'Das kann: {{who}}.',
} as const;

export const failed = {
  title: 'Das konnte nicht geladen werden',
  connection: 'Der Server ist gerade nicht zu erreichen. Es wurde nichts verändert.',
  forbidden: 'Ihre Rolle darf das nicht sehen. Fragen Sie die Inhaberin oder den Inhaber.',
  unexpected: 'Auf dem Server ist ein Fehler aufgetreten. Es wurde nichts verändert.',
} as const;

export const errors = {
  atField: '{{label}}: {{problem}}',
  changedMeanwhile: 'Jemand hat das inzwischen geändert.',
  showNewest: 'Neuesten Stand zeigen',
  takeNewestText: 'Laden Sie zuerst den neuesten Stand; Ihre Eingaben bleiben stehen.',
  takeNewest: 'Neuesten Stand übernehmen',
  nothingWritten: 'Es wurde nichts gespeichert.',
  connection: 'Der Server ist gerade nicht zu erreichen.',
  safeToRepeat:
    'Ihre Eingabe ist noch da. Sie können gefahrlos noch einmal senden: Nichts geschieht doppelt.',
  forbidden: 'Ihre Rolle darf das nicht. Es wurde nichts gespeichert.',
  unexpected: 'Auf dem Server ist ein Fehler aufgetreten. Versuchen Sie es noch einmal.',
} as const;

export const form = {
  leaveUnsaved: 'Ihre Eingaben sind noch nicht gespeichert. Wirklich verlassen?',
  required: 'Bitte ausfüllen.',
  invalidAmount: 'Bitte einen Betrag eingeben, zum Beispiel 1.234,56.',
  tooManyDecimals: 'Diese Währung hat weniger Nachkommastellen.',
  amountTooLarge: 'Dieser Betrag ist zu groß.',
  amountNotPositive: 'Der Betrag muss größer als null sein.',
  invalidDiscount:
    'Bitte einen Prozentsatz bis 100 % oder einen Betrag eingeben, zum Beispiel 10 % oder 5,00.',
  invalidQuantity: 'Bitte eine Menge eingeben, zum Beispiel 1,5.',
  invalidDate: 'Bitte ein Datum eingeben, zum Beispiel 23.11.',
  draftRestored: 'Ihre Eingaben von vorhin sind noch da.',
  discardDraft: 'Verwerfen',
} as const;

export const table = {
  choose: '{{row}} auswählen',
  chooseAll: 'Alle auswählen',
  columns: 'Spalten',
  print: 'Drucken',
  printFailed: 'Das Drucken hat nicht geklappt. Versuchen Sie es noch einmal.',
  removeFilter: 'Filter entfernen: {{filter}}',
  keys: 'Tasten: j und k blättern, Eingabe öffnet, / sucht',
} as const;

export const diff = {
  field: 'Feld',
  changed: 'geändert',
} as const;
