import type { DisputeResponseKind, EvidenceKind } from '#gql/graphql';
import type { DisputeNext, DisputeStage } from '../../payments/dispute-stage.ts';

export const disputes = {
  title: 'Disputes',
  reason: "Bank's reason",
  dueBy: 'Answer by',
  openedAt: 'Reported',
  fee: 'Fee',
  answered: '{{who}}, {{at}}',
  refused: 'The payment provider did not take the answer: {{why}}',
  submit: 'Contradict',
  accept: 'Accept the loss',
  acceptTitle: 'Accept this loss?',
  acceptText:
    '{{amount}} stay with the customer, and the bank closes the dispute. The claim is open again after that: collect it in another way, or write it off with a second person. Whoever accepts may not close the case.',
  accepted: 'The loss is accepted.',
  once: 'The bank takes one answer only, until {{until}}. Send everything that shows that the payment was right.',
  files: 'Files of the case',
  noFiles: 'The case has no file yet that banks take (PDF, JPEG, PNG).',
  kindOf: 'What does {{name}} prove?',
  notSent: 'not sent',
  statement: 'Your view',
  statementHint: 'What did you deliver or do, and when; and what did the customer write about it?',
  send: 'Send to the bank',
  submitted: 'The answer is on its way to the bank.',
} as const;

export const disputeStage = {
  TO_ANSWER: 'Answer due',
  ASKED: 'Inquiry of the bank',
  ON_ITS_WAY: 'Answer on its way',
  WITH_BANK: 'With the bank',
  WON_UNPAID: 'Won',
  WON: 'Won',
  LOST: 'Lost',
  RETURNED: 'Returned',
} as const satisfies Record<DisputeStage, string>;

export const disputeNext = {
  TO_ANSWER:
    "The customer's bank has taken the money back. You can contradict until {{until}}; without an answer it is lost then.",
  ASKED: 'The bank only asks, no money has moved yet. Please answer until {{until}}.',
  ON_ITS_WAY: 'Your answer is on its way to the bank.',
  WITH_BANK:
    'The bank is looking into it; that can take two or three months. Until then the case waits, and the customer has nothing to pay.',
  WON_UNPAID: 'The bank has decided for you. The money is still on its way back.',
  WON: 'The bank has decided for you. The money is there.',
  LOST: '{{amount}} are lost, the claim is open again. Collect it in another way, or write it off at “Confirm amount”.',
  RETURNED:
    "The customer's bank has returned the direct debit. That is final; {{amount}} are open again, and the customer has been asked to pay in another way.",
  LOST_COVERED: '{{amount}} are lost. The claim has since been settled in another way.',
  RETURNED_COVERED:
    "The customer's bank has returned the direct debit. That is final; the claim has since been settled in another way.",
} as const satisfies Record<DisputeNext, string>;

export const disputeAnswer = {
  EVIDENCE: 'Contradicted',
  ACCEPTANCE: 'Accepted',
} as const satisfies Record<DisputeResponseKind, string>;

export const disputeReason = {
  bank_cannot_process: 'The bank could not carry out the debit',
  credit_not_processed: 'A credit was not made',
  customer_initiated: 'The customer has objected to the debit',
  debit_not_authorized: 'The debit was not authorized',
  duplicate: 'Charged twice',
  fraudulent: 'The cardholder does not know the payment',
  general: 'The bank gives no reason',
  incorrect_account_details: 'The account details are not correct',
  insufficient_funds: 'There were not enough funds',
  noncompliant: 'Against the rules of the card network',
  product_not_received: 'Goods or service not received',
  product_unacceptable: 'Goods or service defective',
  subscription_canceled: 'A subscription had been canceled',
  unrecognized: 'The customer does not recognize the payment',
} as const;

export const evidenceKind = {
  RECEIPT: 'Invoice or receipt',
  SERVICE_DOCUMENTATION: 'Proof of service',
  SHIPPING_DOCUMENTATION: 'Delivery note, proof of shipment',
  CUSTOMER_COMMUNICATION: 'Correspondence with the customer',
  CUSTOMER_SIGNATURE: "Customer's signature",
  REFUND_POLICY: 'Terms of refunds',
  CANCELLATION_POLICY: 'Terms of cancellation',
  DUPLICATE_CHARGE_DOCUMENTATION: 'Proof that these are two payments',
  UNCATEGORIZED_FILE: 'Other',
} as const satisfies Record<EvidenceKind, string>;
