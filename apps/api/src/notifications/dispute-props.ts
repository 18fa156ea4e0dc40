import { dateToDay } from '@zahlwerk/db/calendar-day';
import { amountOpen } from '@zahlwerk/domain/workflow/balance';
import type { Dispute, PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import type { DisputeOrReturn, Reversal } from '@zahlwerk/emails/templates/dispute-or-return';
import type { InternalNotice } from '@zahlwerk/emails/templates/internal-notice';
import type { MessageFacts } from './message-facts.ts';
import { bankAccountOf, invoiceNumberOf, methodOf, references, toCustomer } from './message-props.ts';

const disputeOf = ({ state, message }: MessageFacts): Dispute | undefined =>
  state.disputes.find(({ id }) => id === message.subjectId);

const reversalOf = ({ state, payUrl }: MessageFacts, { kind, reason }: Dispute): Reversal =>
  kind === 'CARD'
    ? { kind: 'DISPUTED' }
    : {
        kind: 'RETURNED',
        failureCode: reason,
        open: amountOpen(state),
        payUrl,
        bankAccount: bankAccountOf(state),
      };

/** Tells the customer that their bank has sent a debit back, or has told us of a dispute. */
export const disputeOrReturnProps = (facts: MessageFacts): DisputeOrReturn => {
  const { state, message, today } = facts;
  const dispute = disputeOf(facts);
  const payment = state.payments.find(({ id }) => id === dispute?.paymentId);
  if (!dispute || !payment) throw new Error(`Message ${message.id} is about a dispute that does not exist.`);
  return {
    ...toCustomer(facts),
    ...references(state),
    amount: dispute.amount,
    happenedOn: today,
    method: methodOf(facts, payment),
    invoiceNumber: invoiceNumberOf(state),
    reversal: reversalOf(facts, dispute),
  };
};

/** What a notice to the desk is about: a payment that was taken back, or, where it is none, that one is expected. */
export const noticeSubject = (facts: MessageFacts): Pick<InternalNotice, 'kind' | 'amount' | 'dueOn'> => {
  const dispute = disputeOf(facts);
  return dispute
    ? { kind: 'PAYMENT_REVERSED', amount: dispute.amount, dueOn: dispute.dueBy && dateToDay(dispute.dueBy) }
    : expected(facts.state);
};

const expected = (state: PaymentCase) =>
  ({ kind: 'PAYMENT_EXPECTED', amount: amountOpen(state), dueOn: state.dueOn }) as const;
