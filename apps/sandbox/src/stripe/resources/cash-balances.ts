import type Stripe from 'stripe';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, integer, list, oneOf, required, shape, text } from '../http/parameters.ts';
import { missing } from '../http/stripe-error.ts';
import { cashAccountOf, cashBalanceOf } from '../transfers/cash-balance.ts';
import { fundingInstructions } from '../transfers/funding-instructions.ts';
import { TRANSFER_COUNTRIES } from '../transfers/iban.ts';
import { receiveTransfer } from '../transfers/receive-transfer.ts';
import type { Scope } from '../world.ts';
import { requireCustomer } from './customers.ts';

const euros = oneOf('eur');

const INSTRUCTIONS = {
  bank_transfer: required(
    shape({
      eu_bank_transfer: required(shape({ country: required(oneOf(...TRANSFER_COUNTRIES)) })),
      requested_address_types: list(oneOf('iban')),
      type: required(oneOf('eu_bank_transfer')),
    }),
  ),
  currency: required(euros),
  funding_type: required(oneOf('bank_transfer')),
} satisfies FieldsOf<Stripe.CustomerCreateFundingInstructionsParams>;

const SETTINGS = {
  settings: shape({ reconciliation_mode: oneOf('automatic', 'manual', 'merchant_default') }),
} satisfies FieldsOf<Stripe.CustomerUpdateCashBalanceParams>;

type FundParams = Parameters<Stripe['testHelpers']['customers']['fundCashBalance']>[1];

const FUND = {
  amount: required(integer({ min: 1 })),
  currency: required(euros),
  reference: text,
} satisfies FieldsOf<FundParams>;

const transactionsOf = (scope: Scope, customer: string) =>
  scope.tables.cashBalanceTransactions
    .newestFirst()
    .filter((transaction) => transaction.customer === customer);

/** Money customers have transferred, and the accounts they transfer it to. */
export const cashBalanceEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/v1/customers/:id/cash_balance', {}, ({ scope, id }) =>
    cashBalanceOf(scope, requireCustomer(scope, id, 'id').id),
  ),
  endpoint('POST', '/v1/customers/:id/cash_balance', SETTINGS, ({ scope, id, params }) => {
    const account = cashAccountOf(scope, requireCustomer(scope, id, 'id').id);
    const wanted = params.settings?.reconciliation_mode ?? account.reconciliation;
    scope.tables.cashAccounts.put({ ...account, reconciliation: wanted });
    return cashBalanceOf(scope, id);
  }),
  endpoint('GET', '/v1/customers/:id/cash_balance_transactions', PAGINATION, ({ scope, id, params }) => {
    const url = `/v1/customers/${requireCustomer(scope, id, 'id').id}/cash_balance_transactions`;
    return pageOf(transactionsOf(scope, id), params, url);
  }),
  endpoint('GET', '/v1/customers/:id/cash_balance_transactions/:part', {}, ({ scope, id, part }) => {
    const found = transactionsOf(scope, id).find((transaction) => transaction.id === part);
    if (!found) throw missing('cash balance transaction', part);
    return found;
  }),
  endpoint('POST', '/v1/customers/:id/funding_instructions', INSTRUCTIONS, ({ scope, id, params }) => {
    const { country } = params.bank_transfer.eu_bank_transfer;
    return fundingInstructions(requireCustomer(scope, id, 'id').id, params.currency, country);
  }),
  endpoint('POST', '/v1/test_helpers/customers/:id/fund_cash_balance', FUND, ({ scope, id, params }) =>
    receiveTransfer(scope, requireCustomer(scope, id, 'id').id, {
      amount: params.amount,
      currency: params.currency,
      reference: params.reference ?? null,
    }),
  ),
];
