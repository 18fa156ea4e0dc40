import { closeDispute, escalateInquiry, isInquiry, isOpen } from '../../stripe/disputes/close-dispute.ts';
import { isCardReason, isDebitReason } from '../../stripe/disputes/kinds.ts';
import { disputableAmount, openDispute } from '../../stripe/disputes/open-dispute.ts';
import type { Step } from './step.ts';

/** The customer's bank takes a payment back, however long ago it was. */
const dispute: Step = {
  path: 'charges/:id/dispute',
  shelves: ['charges'],
  take: (scope, id, { reason, inquiry, amount }) => {
    const charge = scope.tables.charges.get(id);
    const left = charge ? disputableAmount(scope, charge) : 0;
    if (!charge || left <= 0) return false;
    const isDebit = charge.payment_method_details?.sepa_debit !== undefined;
    openDispute(scope, charge, {
      reason: isDebit
        ? isDebitReason(reason)
          ? reason
          : 'customer_initiated'
        : isCardReason(reason)
          ? reason
          : 'fraudulent',
      inquiry: !isDebit && (inquiry === true || inquiry === 'true'),
      amount: Math.min(Number(amount) || left, left),
    });
    return true;
  },
};

/** The bank decides, without waiting for evidence. */
const decide: Step = {
  path: 'disputes/:id/decide',
  shelves: ['disputes'],
  take: (scope, id, { outcome }) => {
    const open = scope.tables.disputes.get(id);
    if (!open || !isOpen(open)) return false;
    if (!isInquiry(open)) closeDispute(scope, open, outcome === 'won' ? 'won' : 'lost');
    else if (outcome === 'escalate') escalateInquiry(scope, open);
    else closeDispute(scope, open, 'warning_closed');
    return true;
  },
};

export const DISPUTE_STEPS = { dispute, decide };
