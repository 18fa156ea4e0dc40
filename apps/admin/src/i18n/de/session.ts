export const session = {
  signInTitle: 'Anmelden',
  signInText: 'Der digitale Zahlungsschreibtisch Ihres Unternehmens.',
  signUpTitle: 'Konto anlegen',
  email: 'E-Mail',
  password: 'Passwort',
  passwordHint: 'Mindestens 12 Zeichen.',
  name: 'Ihr Name',
  signIn: 'Anmelden',
  signUp: 'Konto anlegen',
  toSignUp: 'Noch kein Konto? Konto anlegen',
  toSignIn: 'Schon ein Konto? Anmelden',
  demoTitle: 'Demo: ohne Passwort ansehen',
  demoText: 'Jede Rolle sieht und darf etwas anderes.',
  invitationTitle: 'Einladung zu {{business}}',
  invitationText: 'Sie wurden als {{role}} eingeladen ({{email}}).',
  invitationAccept: 'Einladung annehmen',
  invitationGone: 'Diese Einladung ist abgelaufen oder wurde schon angenommen.',
} as const;

export const authProblem = {
  WRONG_CREDENTIALS: 'E-Mail oder Passwort stimmt nicht.',
  EMAIL_TAKEN: 'Mit dieser E-Mail gibt es schon ein Konto.',
  PASSWORD_TOO_SHORT: 'Das Passwort ist zu kurz.',
  TOO_MANY_TRIES: 'Zu viele Versuche. Bitte warten Sie eine Minute.',
  INVALID_EMAIL: 'Das ist keine E-Mail-Adresse.',
  UNKNOWN: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
} as const;

export const newBusiness = {
  title: 'Unternehmen anlegen',
  text: 'Diese Angaben stehen auf Rechnungen und im Zahlungslink. Alles lässt sich später ändern.',
  stepBusiness: 'Unternehmen',
  stepBank: 'Bankkonto',
  stepMembers: 'Team',
  stepProvider: 'Zahlungsanbieter',
  taxHint: 'Eines von beiden gehört auf jede Rechnung.',
  bankText: 'Auf dieses Konto überweisen Ihre Kunden.',
  accountsEmailHint: 'Dorthin gehen Hinweise auf neue Zahlungen.',
  membersText:
    'Wer Geld bearbeitet hat, darf einen Vorgang nicht selbst abschließen. Laden Sie dafür mindestens eine zweite Person ein.',
  memberEmail: 'E-Mail',
  memberRole: 'Rolle',
  invite: 'Einladen',
  invited: 'Eingeladen: {{email}}',
  providerText:
    'Für Karten und Lastschriften brauchen Sie ein Konto bei Stripe. Überweisungen gehen auch ohne.',
  secretKey: 'Geheimer Schlüssel',
  connect: 'Verbinden',
  create: 'Anlegen und weiter',
  later: 'Später',
} as const;
