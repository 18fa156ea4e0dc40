import type Stripe from 'stripe';
import { differences, METADATA, mergeMetadata } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import {
  type FieldsOf,
  inRange,
  integer,
  metadata,
  oneOf,
  range,
  required,
  text,
} from '../http/parameters.ts';
import { invalidRequest, missing } from '../http/stripe-error.ts';
import { availableIn } from '../money/balance.ts';
import { cancelPayout, createPayout } from '../money/payouts.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';

const CREATE = {
  amount: required(integer({ min: 1 })),
  currency: required(text),
  description: text,
  metadata,
  method: oneOf('standard'),
  source_type: oneOf('card', 'bank_account'),
  statement_descriptor: text,
} satisfies FieldsOf<Stripe.PayoutCreateParams>;

const LIST = {
  ...PAGINATION,
  arrival_date: range,
  created: range,
  status: text,
} satisfies FieldsOf<Stripe.PayoutListParams>;

const requirePayout = (scope: Scope, id: string): Stripe.Payout => {
  const payout = scope.tables.payouts.get(id);
  if (!payout) throw missing('payout', id);
  return payout;
};

export const payoutEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/v1/payouts', CREATE, ({ scope, params }) => {
    const currency = params.currency.toLowerCase();
    if (params.amount > availableIn(scope, currency)) {
      throw invalidRequest(
        'You have insufficient funds in your Stripe account for this transfer. Your card balance is too low. You can use the /v1/balance endpoint to view your Stripe balance (for more details, see stripe.com/docs/api#balance).',
        { code: 'balance_insufficient' },
      );
    }
    return createPayout(scope, {
      amount: params.amount,
      currency,
      automatic: false,
      ...(params.description ? { description: params.description } : {}),
      ...(params.statement_descriptor ? { statementDescriptor: params.statement_descriptor } : {}),
      metadata: mergeMetadata({}, params.metadata),
    });
  }),
  endpoint('GET', '/v1/payouts', LIST, ({ scope, params }) => {
    const payouts = scope.tables.payouts
      .newestFirst()
      .filter((payout) => params.status === undefined || payout.status === params.status)
      .filter((payout) => params.created === undefined || inRange(payout.created, params.created))
      .filter(
        (payout) => params.arrival_date === undefined || inRange(payout.arrival_date, params.arrival_date),
      );
    return pageOf(payouts, params, '/v1/payouts');
  }),
  endpoint('GET', '/v1/payouts/:id', {}, ({ scope, id }) => requirePayout(scope, id)),
  endpoint('POST', '/v1/payouts/:id/cancel', {}, ({ scope, id }) => {
    const payout = requirePayout(scope, id);
    if (payout.automatic) throw invalidRequest('Automatic payouts cannot be canceled.');
    if (payout.status !== 'pending') {
      throw invalidRequest(`This payout cannot be canceled: it is no longer pending but ${payout.status}.`);
    }
    return cancelPayout(scope, payout);
  }),
  endpoint(
    'POST',
    '/v1/payouts/:id',
    METADATA satisfies FieldsOf<Stripe.PayoutUpdateParams>,
    ({ scope, id, params }) => {
      const before = requirePayout(scope, id);
      const after = scope.tables.payouts.put({
        ...before,
        metadata: mergeMetadata(before.metadata, params.metadata),
      });
      emit(scope, 'payout.updated', after, differences(before, after));
      return after;
    },
  ),
];
