import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import type { Scope } from '../world.ts';
import { type DisputePlan, networkCodeOf } from './kinds.ts';

const DAY = 86_400;
/** How long a business may answer; the card networks grant between 7 and 21 days. */
const DAYS_TO_ANSWER = 16;

/** The last second of the day in UTC, some days from now. */
const dueBy = (now: number): number => (Math.floor(now / DAY) + DAYS_TO_ANSWER + 1) * DAY - 1;

const addressLines = (address: Stripe.Address | null | undefined): string | null => {
  if (!address?.line1) return null;
  const place = [address.city, address.state, address.postal_code, address.country];
  return [address.line1, address.line2, place.filter(Boolean).join(', ')].filter(Boolean).join('\n');
};

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
};

const ELIGIBLE = {
  visa_compelling_evidence_3: {
    required_actions: [
      'missing_customer_identifiers',
      'missing_disputed_transaction_description',
      'missing_merchandise_or_services',
      'missing_prior_undisputed_transaction_description',
      'missing_prior_undisputed_transactions',
    ],
    status: 'requires_action',
  },
  visa_compliance: { status: 'requires_fee_acknowledgement' },
  mastercard_compliance: { status: 'requires_fee_acknowledgement' },
} as const;

const caseTypeOf = ({ inquiry, reason }: DisputePlan): Stripe.Dispute.PaymentMethodDetails.Card.CaseType => {
  if (inquiry) return 'inquiry';
  return reason === 'noncompliant' ? 'compliance' : 'chargeback';
};

/** A dispute as it reaches the business, with the evidence Stripe fills in from the charge. */
export const newDispute = (scope: Scope, charge: Stripe.Charge, plan: DisputePlan): Stripe.Dispute => {
  const card = charge.payment_method_details?.card;
  const networkCode = networkCodeOf(plan.reason);
  const left = charge.amount_captured - charge.amount_refunded;
  return {
    id: newId('du'),
    object: 'dispute',
    amount: plan.amount ?? left,
    balance_transactions: [],
    charge: charge.id,
    created: scope.now(),
    currency: charge.currency,
    enhanced_eligibility_types: plan.eligibility ? [plan.eligibility] : [],
    evidence: {
      ...NO_EVIDENCE,
      billing_address: addressLines(charge.billing_details.address),
      customer_email_address: charge.receipt_email ?? charge.billing_details.email,
      customer_name: charge.billing_details.name,
      product_description: charge.description,
    },
    evidence_details: {
      due_by: card ? dueBy(scope.now()) : null,
      enhanced_eligibility: plan.eligibility ? { [plan.eligibility]: ELIGIBLE[plan.eligibility] } : {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: plan.inquiry ?? false,
    livemode: false,
    metadata: {},
    network_reason_code: networkCode,
    payment_intent: charge.payment_intent,
    ...(card
      ? {
          payment_method_details: {
            card: {
              brand: card.brand ?? 'visa',
              case_type: caseTypeOf(plan),
              network: card.network ?? 'visa',
              network_reason_code: networkCode,
            },
            type: 'card',
          },
        }
      : {}),
    reason: plan.reason,
    status: plan.inquiry ? 'warning_needs_response' : 'needs_response',
  };
};
