import type * as de from '../de/session.ts';
import type { Words } from '../words.ts';

export const session = {
  signInTitle: 'Sign in',
  signInText: 'The digital payment desk of your business.',
  signUpTitle: 'Create an account',
  email: 'E-mail',
  password: 'Password',
  passwordHint: 'At least 12 characters.',
  name: 'Your name',
  signIn: 'Sign in',
  signUp: 'Create account',
  toSignUp: 'No account yet? Create one',
  toSignIn: 'Already have an account? Sign in',
  demoTitle: 'Demo: look around without a password',
  demoText: 'Every role sees and may do something different.',
  invitationTitle: 'Invitation to {{business}}',
  invitationText: 'You have been invited as {{role}} ({{email}}).',
  invitationAccept: 'Accept the invitation',
  invitationGone: 'This invitation has expired or has already been accepted.',
} satisfies Words<typeof de.session>;

export const authProblem = {
  WRONG_CREDENTIALS: 'E-mail or password is wrong.',
  EMAIL_TAKEN: 'There already is an account with this e-mail.',
  PASSWORD_TOO_SHORT: 'The password is too short.',
  TOO_MANY_TRIES: 'Too many tries. Please wait a minute.',
  INVALID_EMAIL: 'This is not an e-mail address.',
  UNKNOWN: 'That did not work. Please try again.',
} satisfies Words<typeof de.authProblem>;

export const newBusiness = {
  title: 'Create a business',
  text: 'These details appear on invoices and on the pay page. Everything can be changed later.',
  stepBusiness: 'Business',
  stepBank: 'Bank account',
  stepMembers: 'Team',
  stepProvider: 'Payment provider',
  taxHint: 'One of the two belongs on every invoice.',
  bankText: 'Your customers transfer money to this account.',
  accountsEmailHint: 'Notices about new payments go there.',
  membersText:
    'Whoever has handled the money may not close a case. Invite at least one other person for that.',
  memberEmail: 'E-mail',
  memberRole: 'Role',
  invite: 'Invite',
  invited: 'Invited: {{email}}',
  providerText: 'Cards and direct debits need an account with Stripe. Bank transfers work without.',
  secretKey: 'Secret key',
  connect: 'Connect',
  create: 'Create and continue',
  later: 'Later',
} satisfies Words<typeof de.newBusiness>;
