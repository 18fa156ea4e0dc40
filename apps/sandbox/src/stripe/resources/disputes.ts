import type Stripe from 'stripe';
import { closeDispute, isInquiry } from '../disputes/close-dispute.ts';
import { requireAnswerable, submitEvidence, tellUpdated } from '../disputes/evidence.ts';
import { METADATA, mergeMetadata } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import {
  emptyable,
  type FieldsOf,
  flag,
  inRange,
  type Parsed,
  range,
  shape,
  text,
} from '../http/parameters.ts';
import { missing } from '../http/stripe-error.ts';
import type { Scope } from '../world.ts';

const words = emptyable(text);

/** Evidence that is a file is named by the id of an upload. */
const FILES = {
  cancellation_policy: words,
  customer_communication: words,
  customer_signature: words,
  duplicate_charge_documentation: words,
  receipt: words,
  refund_policy: words,
  service_documentation: words,
  shipping_documentation: words,
  uncategorized_file: words,
} satisfies FieldsOf<Stripe.DisputeUpdateParams.Evidence>;

const EVIDENCE = {
  access_activity_log: words,
  billing_address: words,
  cancellation_policy_disclosure: words,
  cancellation_rebuttal: words,
  customer_email_address: words,
  customer_name: words,
  customer_purchase_ip: words,
  duplicate_charge_explanation: words,
  duplicate_charge_id: words,
  product_description: words,
  refund_policy_disclosure: words,
  refund_refusal_explanation: words,
  service_date: words,
  shipping_address: words,
  shipping_carrier: words,
  shipping_date: words,
  shipping_tracking_number: words,
  uncategorized_text: words,
  ...FILES,
} satisfies FieldsOf<Stripe.DisputeUpdateParams.Evidence>;

const UPDATE = {
  evidence: shape(EVIDENCE),
  ...METADATA,
  submit: flag,
} satisfies FieldsOf<Stripe.DisputeUpdateParams>;

const LIST = {
  ...PAGINATION,
  charge: text,
  created: range,
  payment_intent: text,
} satisfies FieldsOf<Stripe.DisputeListParams>;

const requireDispute = (scope: Scope, id: string): Stripe.Dispute => {
  const dispute = scope.tables.disputes.get(id);
  if (!dispute) throw missing('dispute', id);
  return dispute;
};

const merged = (
  scope: Scope,
  before: Stripe.Dispute.Evidence,
  given: Parsed<typeof EVIDENCE>,
): Stripe.Dispute.Evidence => {
  for (const name of Object.keys(FILES) as Array<keyof typeof FILES>) {
    const file = given[name];
    if (file && !scope.tables.files.get(file)) throw missing('file upload', file, `evidence[${name}]`);
  }
  const changes = Object.entries(given).map(([name, value]) => [name, value || null]);
  return { ...before, ...Object.fromEntries(changes) };
};

export const disputeEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/v1/disputes', LIST, ({ scope, params }) => {
    const disputes = scope.tables.disputes
      .newestFirst()
      .filter((dispute) => params.charge === undefined || dispute.charge === params.charge)
      .filter(
        (dispute) => params.payment_intent === undefined || dispute.payment_intent === params.payment_intent,
      )
      .filter((dispute) => params.created === undefined || inRange(dispute.created, params.created));
    return pageOf(disputes, params, '/v1/disputes');
  }),
  endpoint('GET', '/v1/disputes/:id', {}, ({ scope, id }) => requireDispute(scope, id)),
  endpoint('POST', '/v1/disputes/:id', UPDATE, ({ scope, id, params }) => {
    const before = requireDispute(scope, id);
    if (params.evidence || params.submit) requireAnswerable(before);
    const noted = scope.tables.disputes.put({
      ...before,
      evidence: params.evidence ? merged(scope, before.evidence, params.evidence) : before.evidence,
      evidence_details: {
        ...before.evidence_details,
        has_evidence: before.evidence_details.has_evidence || params.evidence !== undefined,
      },
      metadata: mergeMetadata(before.metadata, params.metadata),
    });
    // Evidence goes to the bank with the very update that brings it, unless the update says otherwise.
    const isSubmitted = params.submit ?? params.evidence !== undefined;
    const after = isSubmitted ? submitEvidence(scope, noted) : noted;
    tellUpdated(scope, before, after);
    return after;
  }),
  endpoint('POST', '/v1/disputes/:id/close', {}, ({ scope, id }) => {
    const dispute = requireDispute(scope, id);
    requireAnswerable(dispute);
    return closeDispute(scope, dispute, isInquiry(dispute) ? 'warning_closed' : 'lost');
  }),
];
