/** What an entry comes from, as far as somebody can look at it. */
export type OriginKind =
  | 'INVOICE'
  | 'CASE'
  | 'PAYMENT'
  | 'BANK_TRANSACTION'
  | 'OTHER_RECEIPT'
  | 'ALLOCATION'
  | 'ADJUSTMENT'
  | 'REFUND'
  | 'DISPUTE'
  | 'PAYOUT'
  | 'FEE';

export interface Origin {
  readonly kind: OriginKind;
  readonly id: string;
}

/** The first word of a source (`post-*.ts`). A fee is named by the provider's movement, which the payment knows as well. */
const KIND_OF: Readonly<Record<string, OriginKind>> = {
  invoice: 'INVOICE',
  case: 'CASE',
  payment: 'PAYMENT',
  'payment-merged': 'PAYMENT',
  'payment-unassigned': 'PAYMENT',
  bank: 'BANK_TRANSACTION',
  'other-receipt': 'OTHER_RECEIPT',
  'other-receipt-reversed': 'OTHER_RECEIPT',
  allocation: 'ALLOCATION',
  adjustment: 'ADJUSTMENT',
  refund: 'REFUND',
  'refund-returned': 'REFUND',
  dispute: 'DISPUTE',
  'dispute-returned': 'DISPUTE',
  'dispute-fee': 'DISPUTE',
  'dispute-fee-returned': 'DISPUTE',
  payout: 'PAYOUT',
  fee: 'FEE',
};

/** What the source of an entry names; null for a word that is not known here. */
export const originOf = (source: string): Origin | null => {
  const [word = '', id = ''] = source.split(':');
  const kind = KIND_OF[word];
  return kind && id ? { kind, id } : null;
};

/** Every source that entries about a payment can have: its own, and those of what was done with it. */
export const sourcesAbout = (payment: {
  readonly id: string;
  readonly bankTransactionId: string | null;
  readonly feeRef: string | null;
  readonly allocationIds: readonly string[];
  readonly refundIds: readonly string[];
}): readonly string[] => [
  ...['payment', 'payment-merged', 'payment-unassigned'].map((word) => `${word}:${payment.id}`),
  ...(payment.bankTransactionId ? [`bank:${payment.bankTransactionId}`] : []),
  ...(payment.feeRef ? [`fee:${payment.feeRef}`] : []),
  ...payment.allocationIds.map((id) => `allocation:${id}`),
  ...payment.refundIds.flatMap((id) => [`refund:${id}`, `refund-returned:${id}`]),
];

/** How the sources of entries about a dispute begin; those of its fees name an amount as well. */
export const beginningsAbout = (disputeIds: readonly string[]): readonly string[] =>
  disputeIds.flatMap((id) =>
    ['dispute', 'dispute-returned', 'dispute-fee', 'dispute-fee-returned'].map((word) => `${word}:${id}`),
  );
