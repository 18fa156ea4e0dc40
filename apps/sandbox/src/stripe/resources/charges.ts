import type Stripe from 'stripe';
import { differences, METADATA, mergeMetadata } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, inRange, range, text } from '../http/parameters.ts';
import { search } from '../http/search.ts';
import { missing } from '../http/stripe-error.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';

const LIST = {
  ...PAGINATION,
  created: range,
  customer: text,
  payment_intent: text,
  transfer_group: text,
} satisfies FieldsOf<Stripe.ChargeListParams>;

const UPDATE = {
  description: text,
  ...METADATA,
  receipt_email: text,
} satisfies FieldsOf<Stripe.ChargeUpdateParams>;

/** The charge, or 404 (400 when a parameter names it). */
export const requireCharge = (scope: Scope, id: string, param = 'id'): Stripe.Charge => {
  const charge = scope.tables.charges.get(id);
  if (!charge) throw missing('charge', id, param);
  return charge;
};

export const chargeEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/v1/charges', LIST, ({ scope, params }) => {
    const charges = scope.tables.charges
      .newestFirst()
      .filter((charge) => params.customer === undefined || charge.customer === params.customer)
      .filter(
        (charge) => params.payment_intent === undefined || charge.payment_intent === params.payment_intent,
      )
      .filter(
        (charge) => params.transfer_group === undefined || charge.transfer_group === params.transfer_group,
      )
      .filter((charge) => params.created === undefined || inRange(charge.created, params.created));
    return pageOf(charges, params, '/v1/charges');
  }),
  search(
    'charges',
    ['amount', 'created', 'currency', 'customer', 'status', 'disputed', 'refunded'],
    (scope) => scope.tables.charges.newestFirst(),
  ),
  endpoint('GET', '/v1/charges/:id', {}, ({ scope, id }) => requireCharge(scope, id)),
  endpoint('POST', '/v1/charges/:id', UPDATE, ({ scope, id, params }) => {
    const before = requireCharge(scope, id);
    const after = scope.tables.charges.put({
      ...before,
      description: params.description ?? before.description,
      metadata: mergeMetadata(before.metadata, params.metadata),
      receipt_email: params.receipt_email ?? before.receipt_email,
    });
    emit(scope, 'charge.updated', after, differences(before, after));
    return after;
  }),
];
