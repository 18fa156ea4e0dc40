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
  | 'PAYOUT';

export interface Origin {
  readonly kind: OriginKind;
  readonly id: string;
}

/** The first word of a source (`post-*.ts`). A fee of the provider has nothing of ours behind it but its entry. */
const KIND_OF: Readonly<Record<string, OriginKind>> = {
  invoice: 'INVOICE',
  case: 'CASE',
  payment: 'PAYMENT',
  'payment-merged': 'PAYMENT',
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
};

/** What the source of an entry names; null for what only the provider knows. */
export const originOf = (source: string): Origin | null => {
  const [word = '', id = ''] = source.split(':');
  const kind = KIND_OF[word];
  return kind && id ? { kind, id } : null;
};
