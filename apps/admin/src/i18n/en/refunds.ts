import type * as de from '../de/refunds.ts';
import type { Words } from '../words.ts';

export const allocations = {
  title: 'Allocated payments',
  from: '{{payer}}, {{day}}',
  payment: 'Payment',
  undo: 'Take back',
  undoNamed: 'Take back {{amount}}',
  undoTitle: 'Take back the allocation of {{amount}}?',
  undoText:
    'Only this allocation gets a counter-entry, all others stay. {{amount}} are open again, the money is the customer’s credit, and the case goes back to confirming the amount. Whoever takes it back may not close the case.',
  undone: 'The allocation has been taken back.',
  undoneBy: 'Taken back by {{who}} on {{at}}: {{reason}}',
  unassign: 'Give a credit back',
  unassignTitle: 'Give this credit back?',
  unassignText:
    'For money that was assigned to this case by mistake. It lies with the unassigned money again and can be assigned to the right case. What it has paid is open again. Whoever gives it back may not close the case.',
  whichCredit: 'Which credit',
  credit: '{{amount}} from {{payer}}, {{day}}',
  unassigned: 'The credit has been given back.',
  undoneByItself: 'Taken back on {{at}}: the money went back.',
} satisfies Words<typeof de.allocations>;

export const refunds = {
  title: 'Refunds',
  request: 'Refund money',
  payment: 'Payment',
  effect: 'What becomes of the claim?',
  amount: 'Amount',
  most: 'At most {{amount}}',
  reason: 'Reason (stands on the credit note)',
  needsSecond: 'Above {{limit}} a second person has to agree before any money moves.',
  byHand:
    'The money came by bank transfer. Please transfer it back yourself once this is sent, and record the transfer here.',
  byProvider: 'The money goes back over the payment provider, the way it came.',
  done: 'The refund is under way.',
  requestedBy: '{{who}}, {{at}}',
  transferred: 'Transferred',
  reference: 'Reference or number of the statement',
  recordTransfer: 'Record the transfer',
  recorded: 'The transfer is recorded.',
  atProvider: 'made at the payment provider',
  agree: 'Refund {{amount}}?',
} satisfies Words<typeof de.refunds>;

export const refundEffect = {
  REDUCE: 'Lower the claim',
  FROM_CREDIT: 'From the credit',
  CLAIM_STAYS_OPEN: 'Claim stays open',
} satisfies Words<typeof de.refundEffect>;

export const refundEffectText = {
  REDUCE: 'The customer gets a credit note over {{amount}}. Nothing is open again afterwards.',
  FROM_CREDIT: '{{amount}} go back from the credit. The claim stays as it is.',
  CLAIM_STAYS_OPEN: 'Afterwards {{amount}} are open again. A closed case reopens at “Confirm amount”.',
} satisfies Words<typeof de.refundEffectText>;

export const refundState = {
  REQUESTED: 'Waits for consent',
  APPROVED: 'Approved',
  SENT: 'On its way',
  UNKNOWN: 'Unclear',
  SUCCEEDED: 'Refunded',
  FAILED: 'Failed',
  REFUSED: 'Not agreed to',
} satisfies Words<typeof de.refundState>;
