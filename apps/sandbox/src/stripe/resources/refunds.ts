import type Stripe from 'stripe';
import { isInquiry } from '../disputes/close-dispute.ts';
import { differences, METADATA, mergeMetadata } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, inRange, integer, oneOf, type Parsed, range, text } from '../http/parameters.ts';
import { invalidRequest, missing, missingParameter } from '../http/stripe-error.ts';
import { createRefund } from '../payments/refund.ts';
import { cashIn } from '../transfers/cash-balance.ts';
import { returnCash } from '../transfers/return-cash.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';
import { requireCharge } from './charges.ts';
import { requireCustomer } from './customers.ts';

const CREATE = {
  amount: integer({ min: 1 }),
  charge: text,
  currency: text,
  customer: text,
  instructions_email: text,
  ...METADATA,
  origin: oneOf('customer_balance'),
  payment_intent: text,
  reason: oneOf('duplicate', 'fraudulent', 'requested_by_customer'),
} satisfies FieldsOf<Stripe.RefundCreateParams>;

const LIST = {
  ...PAGINATION,
  charge: text,
  created: range,
  payment_intent: text,
} satisfies FieldsOf<Stripe.RefundListParams>;

const chargeOf = (scope: Scope, params: { charge?: string; payment_intent?: string }): Stripe.Charge => {
  if (params.charge) return requireCharge(scope, params.charge, 'charge');
  if (!params.payment_intent) {
    throw missingParameter('payment_intent');
  }
  const intent = scope.tables.paymentIntents.get(params.payment_intent);
  if (!intent) throw missing('payment_intent', params.payment_intent, 'payment_intent');
  const charge =
    typeof intent.latest_charge === 'string' ? scope.tables.charges.get(intent.latest_charge) : undefined;
  if (!charge?.paid) {
    throw invalidRequest(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, {
      param: 'payment_intent',
    });
  }
  return charge;
};

const requireRefund = (scope: Scope, id: string): Stripe.Refund => {
  const refund = scope.tables.refunds.get(id);
  if (!refund) throw missing('refund', id);
  return refund;
};

/** What the bank has taken back cannot be given back a second time. */
const requireUndisputed = (scope: Scope, charge: Stripe.Charge): void => {
  const taken = scope.tables.disputes
    .newestFirst()
    .some((dispute) => dispute.charge === charge.id && !dispute.is_charge_refundable && !isInquiry(dispute));
  if (taken) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
};

/** What lies on a customer's cash balance goes back to his bank. */
const returnFromBalance = (scope: Scope, params: Parsed<typeof CREATE>): Stripe.Refund => {
  const { amount, currency, customer } = params;
  if (!customer) throw missingParameter('customer');
  if (!currency) throw missingParameter('currency');
  if (amount === undefined) throw missingParameter('amount');
  requireCustomer(scope, customer);
  if (amount > cashIn(scope, customer, currency)) {
    throw invalidRequest('The amount is greater than the cash balance of the customer.', { param: 'amount' });
  }
  return returnCash(scope, customer, amount, currency, mergeMetadata({}, params.metadata));
};

const euros = (minor: number): string => `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`;

export const refundEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/v1/refunds', CREATE, ({ scope, params }) => {
    if (params.origin) return returnFromBalance(scope, params);
    const charge = chargeOf(scope, params);
    if (!charge.captured) {
      throw invalidRequest(
        `Charge ${charge.id} has not been captured. Cancel the PaymentIntent instead of refunding it.`,
      );
    }
    if (charge.refunded) {
      throw invalidRequest(`Charge ${charge.id} has already been refunded.`, {
        code: 'charge_already_refunded',
      });
    }
    if (!charge.paid) throw invalidRequest(`Charge ${charge.id} was not paid and cannot be refunded.`);
    requireUndisputed(scope, charge);
    const left = charge.amount_captured - charge.amount_refunded;
    const amount = params.amount ?? left;
    if (amount > left) {
      throw invalidRequest(
        `Refund amount (${euros(amount)} ${charge.currency}) is greater than unrefunded amount on charge (${euros(left)} ${charge.currency})`,
        { param: 'amount' },
      );
    }
    return createRefund(scope, {
      charge,
      amount,
      reason: params.reason ?? null,
      metadata: mergeMetadata({}, params.metadata),
    });
  }),
  endpoint('GET', '/v1/refunds', LIST, ({ scope, params }) => {
    const refunds = scope.tables.refunds
      .newestFirst()
      .filter((refund) => params.charge === undefined || refund.charge === params.charge)
      .filter(
        (refund) => params.payment_intent === undefined || refund.payment_intent === params.payment_intent,
      )
      .filter((refund) => params.created === undefined || inRange(refund.created, params.created));
    return pageOf(refunds, params, '/v1/refunds');
  }),
  endpoint('GET', '/v1/refunds/:id', {}, ({ scope, id }) => requireRefund(scope, id)),
  endpoint(
    'POST',
    '/v1/refunds/:id',
    METADATA satisfies FieldsOf<Stripe.RefundUpdateParams>,
    ({ scope, id, params }) => {
      const before = requireRefund(scope, id);
      const after = scope.tables.refunds.put({
        ...before,
        metadata: mergeMetadata(before.metadata, params.metadata),
      });
      emit(scope, 'refund.updated', after, differences(before, after));
      return after;
    },
  ),
];
