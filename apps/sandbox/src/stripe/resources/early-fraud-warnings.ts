import type Stripe from 'stripe';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { type FieldsOf, inRange, range, text } from '../http/parameters.ts';
import { missing } from '../http/stripe-error.ts';

const LIST = {
  ...PAGINATION,
  charge: text,
  created: range,
  payment_intent: text,
} satisfies FieldsOf<Stripe.Radar.EarlyFraudWarningListParams>;

export const earlyFraudWarningEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/v1/radar/early_fraud_warnings', LIST, ({ scope, params }) => {
    const warnings = scope.tables.earlyFraudWarnings
      .newestFirst()
      .filter((warning) => params.charge === undefined || warning.charge === params.charge)
      .filter(
        (warning) => params.payment_intent === undefined || warning.payment_intent === params.payment_intent,
      )
      .filter((warning) => params.created === undefined || inRange(warning.created, params.created));
    return pageOf(warnings, params, '/v1/radar/early_fraud_warnings');
  }),
  endpoint('GET', '/v1/radar/early_fraud_warnings/:id', {}, ({ scope, id }) => {
    const warning = scope.tables.earlyFraudWarnings.get(id);
    if (!warning) throw missing('early fraud warning', id);
    return warning;
  }),
];
