export const charges = {
  title: 'Hinterlegte Zahlungsart',
  charge: '{{method}} belasten: {{amount}}',
  chargeAny: 'Hinterlegte Zahlungsart belasten',
  dialog: 'Hinterlegte Zahlungsart belasten',
  confirm: '{{amount}} belasten',
  card: 'Die Karte wird sofort mit {{amount}} belastet, ohne dass der Kunde etwas tut. Verlangt seine Bank eine Bestätigung, bekommt er eine E-Mail mit dem Weg zur Zahlungsseite.',
  debit:
    'Der Kunde bekommt jetzt eine Ankündigung. Am {{day}} werden {{amount}} per Lastschrift eingezogen; bis dahin lässt sich das stoppen. Ob die Bank zahlt, steht erst einige Tage danach fest.',
  announce: 'Lastschrift ankündigen',
  openPages: 'Was der Kunde noch auf einer Zahlungsseite offen hat, endet damit: Bezahlt wird nur einmal.',
  debitTitle: 'Lastschrift am {{at}}',
  debitPlanned: '{{amount}} werden dann eingezogen; dem Kunden ist das angekündigt.',
  done: 'Die Belastung ist veranlasst.',
  plannedTitle: 'Nächster Versuch am {{at}}',
  planned: '{{amount}} werden dann von selbst noch einmal belastet (Versuch {{tryNumber}}).',
  stop: 'Nicht noch einmal versuchen',
  stopDebit: 'Lastschrift stoppen',
  stopped: 'Gestoppt: Es wird nichts abgebucht.',
  plannedFor: 'Geplant für {{at}}',
  try: 'Versuch {{tryNumber}}',
} as const;

/** Who or what else can lift what stands in the way, where it is no colleague. */
export const unblocker = {
  PROVIDER: 'der Zahlungsanbieter',
  CUSTOMER: 'der Kunde',
} as const;
