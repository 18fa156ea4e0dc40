import { amountOpen } from '@zahlwerk/domain/workflow/balance';
import type { Refund } from '@zahlwerk/domain/workflow/payment-case';
import type { RefundEffect, Refund as RefundMail } from '@zahlwerk/emails/templates/refund';
import type { MessageFacts } from './message-facts.ts';
import { invoiceNumberOf, methodOf, references, toCustomer } from './message-props.ts';

const effectOf = ({ state, invoice, payUrl }: MessageFacts, { effect }: Refund): RefundEffect => {
  switch (effect) {
    case 'REDUCE':
      return { kind: effect, correctionNumber: invoice?.number ?? null };
    case 'FROM_CREDIT':
      return { kind: effect };
    case 'CLAIM_STAYS_OPEN':
      return { kind: effect, open: amountOpen(state), payUrl };
  }
};

/** Tells the customer that money has gone back, and what that does to the claim. */
export const refundProps = (facts: MessageFacts): RefundMail => {
  const { state, message, today } = facts;
  const refund = state.refunds.find(({ id }) => id === message.subjectId);
  const payment = state.payments.find(({ id }) => id === refund?.paymentId);
  if (!refund || !payment) throw new Error(`Message ${message.id} is about a refund that does not exist.`);
  return {
    ...toCustomer(facts),
    ...references(state),
    amount: refund.amount,
    refundedOn: today,
    method: methodOf(facts, payment),
    invoiceNumber: invoiceNumberOf(state),
    effect: effectOf(facts, refund),
  };
};
