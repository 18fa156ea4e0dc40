import type Stripe from 'stripe';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { missing } from '../http/stripe-error.ts';
import { SETTLEMENT_DAYS } from '../money/balance-transactions.ts';
import type { Scope } from '../world.ts';
import { payoutInterval } from './balance-settings.ts';

const accountOf = (scope: Scope): Stripe.Account => ({
  id: scope.account,
  object: 'account',
  business_profile: {
    mcc: null,
    minority_owned_business_designation: null,
    name: 'Zahlwerk Sandbox',
    specified_commercial_transactions_act_url: null,
    support_address: null,
    support_email: null,
    support_phone: null,
    support_url: null,
    url: null,
  },
  business_type: 'company',
  capabilities: {
    card_payments: 'active',
    sepa_bank_transfer_payments: 'active',
    sepa_debit_payments: 'active',
    transfers: 'active',
  },
  charges_enabled: true,
  country: 'DE',
  default_currency: 'eur',
  details_submitted: true,
  email: 'sandbox@example.com',
  payouts_enabled: true,
  settings: {
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_payments: {
      statement_descriptor_prefix: 'ZAHLWERK',
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: 'Zahlwerk Sandbox', timezone: 'Europe/Berlin' },
    payments: {
      statement_descriptor: 'ZAHLWERK SANDBOX',
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    payouts: {
      debit_negative_balances: false,
      schedule: { delay_days: SETTLEMENT_DAYS, interval: payoutInterval(scope) },
      statement_descriptor: null,
    },
    sepa_debit_payments: { creditor_id: 'DE98ZZZ09999999999' },
  },
  type: 'standard',
});

export const accountEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/v1/account', {}, ({ scope }) => accountOf(scope)),
  endpoint('GET', '/v1/accounts/:id', {}, ({ scope, id }) => {
    if (id !== scope.account) throw missing('account', id);
    return accountOf(scope);
  }),
];
