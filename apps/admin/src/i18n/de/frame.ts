export const nav = {
  label: 'Bereiche',
  overview: 'Übersicht',
  cases: 'Vorgänge',
  tasks: 'Aufgaben',
  customers: 'Kunden',
  invoices: 'Rechnungen',
  paymentLinks: 'Zahlungslinks',
  payments: 'Zahlungseingänge',
  bank: 'Bank & Differenzen',
  payouts: 'Auszahlungen',
  ledger: 'Hauptbuch',
  partners: 'Partner',
  settings: 'Einstellungen',
  more: 'Mehr',
  openTasks_one: '{{count}} offene Aufgabe',
  openTasks_other: '{{count}} offene Aufgaben',
} as const;

export const frame = {
  skipToContent: 'Zum Inhalt springen',
  search: 'Suchen oder Befehl',
  demo: 'Demo',
  demoHint: 'Vorführbetrieb mit erfundenen Firmen. Zahlungsanbieter, Post und SMS sind nachgestellt.',
  language: 'Sprache',
  languageGerman: 'Deutsch',
  languageEnglish: 'English',
  scheme: 'Darstellung',
  schemeAuto: 'Wie das System',
  schemeLight: 'Hell',
  schemeDark: 'Dunkel',
  person: '{{initials}}: Konto von {{name}}',
  switchBusiness: 'Unternehmen wechseln',
  newBusiness: 'Unternehmen anlegen',
  signOut: 'Abmelden',
  notFoundTitle: 'Diese Seite gibt es nicht',
  notFound: 'Der Link ist vielleicht veraltet, oder Ihre Rolle darf den Inhalt nicht sehen.',
  toOverview: 'Zur Übersicht',
} as const;

export const live = {
  connecting: 'Verbindet',
  live: 'Live',
  catchingUp: 'Holt auf',
  offline: 'Getrennt seit {{time}}',
  hint: 'Änderungen erscheinen ohne Neuladen.',
  offlineHint: 'Angezeigt wird der letzte bekannte Stand. Die Verbindung wird von selbst wieder aufgebaut.',
} as const;

export const search = {
  placeholder: 'Betrag, Nummer, Kunde, E-Mail, Bestellung oder Befehl',
  nothing: 'Nichts gefunden.',
  searching: 'Sucht …',
  goTo: 'Wechseln zu',
  do: 'Tun',
  found: 'Gefunden',
  newCase: 'Neuer Vorgang',
} as const;
