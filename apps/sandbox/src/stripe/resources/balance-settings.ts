import type Stripe from 'stripe';
import { differences } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { type FieldsOf, oneOf, shape, text } from '../http/parameters.ts';
import { SETTLEMENT_DAYS } from '../money/balance-transactions.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';

const DEFAULT: Stripe.BalanceSettings = {
  object: 'balance_settings',
  payments: {
    debit_negative_balances: false,
    payouts: {
      automatic_transfer_rules_by_currency: null,
      minimum_balance_by_currency: null,
      schedule: { interval: 'daily' },
      statement_descriptor: null,
      status: 'enabled',
    },
    settlement_timing: { delay_days: SETTLEMENT_DAYS, start_of_day: null },
  },
};

const settingsOf = (scope: Scope): Stripe.BalanceSettings => {
  const stored = scope.tables.balanceSettings.get(scope.account);
  return stored ? { object: 'balance_settings', payments: stored.payments } : DEFAULT;
};

/** `daily`: available money leaves by itself; `manual`: only when a payout is created. */
export const payoutInterval = (scope: Scope): string =>
  settingsOf(scope).payments.payouts?.schedule?.interval ?? 'daily';

const UPDATE = {
  payments: shape({
    payouts: shape({
      schedule: shape({ interval: oneOf('daily', 'manual') }),
      statement_descriptor: text,
    }),
  }),
} satisfies FieldsOf<Stripe.BalanceSettingsUpdateParams>;

export const balanceSettingsEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/v1/balance_settings', {}, ({ scope }) => settingsOf(scope)),
  endpoint('POST', '/v1/balance_settings', UPDATE, ({ scope, params }) => {
    const before = settingsOf(scope);
    const payouts = before.payments.payouts ?? DEFAULT.payments.payouts;
    if (!payouts) return before;
    const after: Stripe.BalanceSettings = {
      ...before,
      payments: {
        ...before.payments,
        payouts: {
          ...payouts,
          schedule: {
            interval: params.payments?.payouts?.schedule?.interval ?? payouts.schedule?.interval ?? 'daily',
          },
          statement_descriptor:
            params.payments?.payouts?.statement_descriptor ?? payouts.statement_descriptor,
        },
      },
    };
    scope.tables.balanceSettings.put({ id: scope.account, ...after });
    emit(scope, 'balance_settings.updated', after, differences(before, after));
    return after;
  }),
];
