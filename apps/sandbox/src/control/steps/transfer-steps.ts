import { customerOf, remainingOf } from '../../stripe/transfers/pay-by-transfer.ts';
import { receiveTransfer } from '../../stripe/transfers/receive-transfer.ts';
import type { Step } from './step.ts';

/** What a customer transfers when he does not transfer what he was asked for. Minor units. */
const AMOUNTS: Readonly<Record<string, (remaining: number) => number>> = {
  exact: (remaining) => remaining,
  under: (remaining) => Math.max(1, Math.floor(remaining / 2)),
  over: (remaining) => remaining + 1_000,
};

/** The customer pays an intent by transfer, with its reference: `exact`, `under`, `over`, or an amount; `sender` is another payer. */
const transfer: Step = {
  path: 'intents/:id/transfer',
  shelves: ['paymentIntents'],
  take: (scope, id, { outcome, amount, reference, sender }) => {
    const intent = scope.tables.paymentIntents.get(id);
    const instructions = intent?.next_action?.display_bank_transfer_instructions;
    const customer = intent ? customerOf(intent) : null;
    if (!intent || !instructions || customer === null) return false;
    const byOutcome = AMOUNTS[String(outcome ?? 'exact')] ?? AMOUNTS.exact;
    receiveTransfer(scope, customer, {
      amount: Number(amount) || byOutcome?.(remainingOf(scope, intent)) || 0,
      currency: intent.currency,
      reference: typeof reference === 'string' ? reference : instructions.reference,
      ...(typeof sender === 'string' ? { sender } : {}),
    });
    return true;
  },
};

export const TRANSFER_STEPS = { transfer };
