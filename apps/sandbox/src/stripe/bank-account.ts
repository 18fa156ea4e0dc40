import type Stripe from 'stripe';

/** The account's own bank account, to which payouts go. */
export const bankAccountId = (account: string): string => `ba_${account.slice('acct_'.length)}`;

export const bankAccountOf = (account: string): Stripe.BankAccount => ({
  id: bankAccountId(account),
  object: 'bank_account',
  account,
  account_holder_name: 'Zahlwerk Sandbox',
  account_holder_type: 'company',
  account_type: null,
  available_payout_methods: ['standard'],
  bank_name: 'STRIPE TEST BANK',
  country: 'DE',
  currency: 'eur',
  default_for_currency: true,
  fingerprint: account.slice('acct_'.length),
  last4: '3000',
  metadata: {},
  routing_number: '37040044',
  status: 'new',
});
