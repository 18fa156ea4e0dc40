/** Every address of the panel. Routes and links are built from this one table. */
export const paths = {
  overview: '/',
  cases: '/cases',
  newCase: '/cases/new',
  case: '/cases/$caseId',
  tasks: '/tasks',
  customers: '/customers',
  customer: '/customers/$customerId',
  invoices: '/invoices',
  invoice: '/invoices/$invoiceId',
  paymentLinks: '/payment-links',
  paymentLink: '/payment-links/$linkId',
  payments: '/payments',
  payouts: '/payouts',
  payout: '/payouts/$payoutId',
  ledger: '/ledger',
  partners: '/partners',
  settings: '/settings',
  signIn: '/sign-in',
  signUp: '/sign-up',
  forgotPassword: '/forgot-password',
  resetPassword: '/reset-password/$token',
  account: '/account',
  createBusiness: '/create-business',
  invitation: '/invitation/$token',
} as const;

export type Path = (typeof paths)[keyof typeof paths];
