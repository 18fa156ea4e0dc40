import type Stripe from 'stripe';
import { cardByNumber } from '../cards/test-cards.ts';
import { debitOutcome } from '../cards/test-ibans.ts';
import { newId } from '../ids.ts';
import { emit } from '../webhooks/emit.ts';
import { type Scope, schedule } from '../world.ts';
import { closeDispute } from './close-dispute.ts';
import { withdrawFunds } from './dispute-money.ts';
import { newDispute } from './dispute-shape.ts';
import type { DisputePlan } from './kinds.ts';

const INQUIRY_LASTS_SECONDS = 120 * 86_400;

/** A debit that is disputed takes the permission to debit with it. */
const revokeMandate = (scope: Scope, charge: Stripe.Charge): void => {
  const id = charge.payment_method_details?.sepa_debit?.mandate;
  const mandate = id ? scope.tables.mandates.get(id) : undefined;
  if (mandate?.status !== 'active') return;
  const revoked = scope.tables.mandates.put({ ...mandate, status: 'inactive' });
  emit(scope, 'mandate.updated', revoked, { status: 'active' });
};

/** The customer's bank takes the payment back, or asks first. A debit's dispute is lost from the beginning. */
export const openDispute = (scope: Scope, charge: Stripe.Charge, plan: DisputePlan): Stripe.Dispute => {
  const bare = scope.tables.disputes.put(newDispute(scope, charge, plan));
  scope.tables.charges.put({ ...charge, disputed: true });
  const dispute = plan.inquiry ? bare : withdrawFunds(scope, bare);
  emit(scope, 'charge.dispute.created', dispute);
  if (!plan.inquiry) emit(scope, 'charge.dispute.funds_withdrawn', dispute);
  if (charge.payment_method_details?.sepa_debit) {
    revokeMandate(scope, charge);
    return closeDispute(scope, dispute, 'lost');
  }
  const lasts = plan.inquiry ? scope.now() + INQUIRY_LASTS_SECONDS : dispute.evidence_details.due_by;
  if (lasts !== null) schedule(scope, 'dispute.expire', lasts, dispute.id);
  return dispute;
};

/** What a charge can still be disputed for, in minor units. */
export const disputableAmount = (scope: Scope, charge: Stripe.Charge): number => {
  const disputed = scope.tables.disputes
    .newestFirst()
    .filter((dispute) => dispute.charge === charge.id)
    .reduce((sum, { amount }) => sum + amount, 0);
  const { card, sepa_debit: debit } = charge.payment_method_details ?? {};
  return charge.paid && (card || debit) ? charge.amount_captured - charge.amount_refunded - disputed : 0;
};

const warnEarly = (scope: Scope, charge: Stripe.Charge): void => {
  const warning = scope.tables.earlyFraudWarnings.put({
    id: newId('issfr'),
    object: 'radar.early_fraud_warning',
    actionable: true,
    charge: charge.id,
    created: scope.now(),
    fraud_type: 'made_with_stolen_card',
    livemode: false,
    ...(charge.payment_intent ? { payment_intent: charge.payment_intent } : {}),
  });
  emit(scope, 'radar.early_fraud_warning.created', warning);
};

/** 3-D Secure moves the liability for fraud to the bank, for nothing else. */
const isProtected = (charge: Stripe.Charge, plan: DisputePlan): boolean =>
  plan.reason === 'fraudulent' && Boolean(charge.payment_method_details?.card?.three_d_secure);

/** Due work: what the bank behind a test card or test IBAN does once it has paid. */
export const disputeByPlan = (scope: Scope, chargeId: string): void => {
  const charge = scope.tables.charges.get(chargeId);
  const source = charge?.payment_method
    ? scope.tables.instruments.get(charge.payment_method)?.source
    : undefined;
  if (!charge || !source) return;
  if (source.type === 'sepa_debit') {
    const reason = debitOutcome(source.iban).disputedAs;
    if (reason) openDispute(scope, charge, { reason });
    return;
  }
  if (source.type !== 'card') return;
  const card = cardByNumber(source.number);
  if (card?.earlyFraudWarning) warnEarly(scope, charge);
  for (const plan of card?.disputes ?? []) {
    const current = scope.tables.charges.get(chargeId);
    const left = current ? disputableAmount(scope, current) : 0;
    if (!current || left <= 0 || isProtected(current, plan)) continue;
    openDispute(scope, current, { ...plan, amount: Math.min(plan.amount ?? left, left) });
  }
};
