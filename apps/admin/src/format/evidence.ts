/** What a phase of the money track is proved by, in kinds that the dictionaries word. */
export type EvidenceWord =
  | 'MANUAL_BANK_TRANSFER'
  | 'MANUAL_CARD_TERMINAL'
  | 'READER_STARTED'
  | 'CHIP_READ'
  | 'CHIP_AND_PIN'
  | 'CONTACTLESS'
  | 'CHIP_NOT_READ'
  | 'PIN_WRONG'
  | 'CARD_CHOSEN'
  | 'DEBIT_CHOSEN'
  | 'CARD_AUTHENTICATED'
  | 'CARD_CHECKED'
  | 'CARD_CHECKS_FAILED'
  | 'HOLDER_DIFFERS'
  | 'MANDATE_ACCEPTED'
  | 'NETWORK_APPROVED'
  | 'NETWORK_DECLINED'
  | 'CHARGE'
  | 'TRANSFER_SEEN'
  | 'PAYER_NAMED'
  | 'PAYER_UNKNOWN'
  | 'BANK_CREDIT';

export interface Evidence {
  readonly word: EvidenceWord;
  /** The provider's own number of it, where there is one. */
  readonly detail: string | null;
}

const EXACT: Readonly<Record<string, EvidenceWord>> = {
  'manual:BANK_TRANSFER': 'MANUAL_BANK_TRANSFER',
  'manual:CARD_TERMINAL': 'MANUAL_CARD_TERMINAL',
  'reader:action_started': 'READER_STARTED',
  'stripe:card': 'CARD_CHOSEN',
  'stripe:sepa_debit': 'DEBIT_CHOSEN',
  'sepa_debit:mandate': 'MANDATE_ACCEPTED',
  'transfer:credit': 'TRANSFER_SEEN',
  'transfer:payer=named': 'PAYER_NAMED',
  'transfer:payer=unknown': 'PAYER_UNKNOWN',
  'holder:differs': 'HOLDER_DIFFERS',
  'network:approved_by_network': 'NETWORK_APPROVED',
  'network:declined_by_network': 'NETWORK_DECLINED',
};

/** How a card was read at a reader, and whether a PIN came with it. */
const presentWord = (read: string, verified: string): EvidenceWord => {
  if (verified === 'failure') return 'PIN_WRONG';
  if (read === 'contactless_emv') return 'CONTACTLESS';
  if (read !== 'contact_emv') return 'CHIP_NOT_READ';
  return verified.includes('pin') ? 'CHIP_AND_PIN' : 'CHIP_READ';
};

/** Reads the evidence code of the API; null for a code that has no words, which is then shown as it is. */
export const readEvidence = (code: string): Evidence | null => {
  const word = EXACT[code];
  if (word) return { word, detail: null };
  const card = /^card:checks=(ok|fail),3ds=(\w+)$/.exec(code);
  if (card) {
    const authenticated = card[2] === 'authenticated';
    return {
      word: card[1] === 'fail' ? 'CARD_CHECKS_FAILED' : authenticated ? 'CARD_AUTHENTICATED' : 'CARD_CHECKED',
      detail: null,
    };
  }
  const present = /^card_present:read=(\w+),cvm=(\w+)$/.exec(code);
  if (present) return { word: presentWord(present[1] ?? '', present[2] ?? ''), detail: null };
  const charge = /^stripe:(ch_\w+|py_\w+)$/.exec(code);
  if (charge) return { word: 'CHARGE', detail: charge[1] ?? null };
  const credit = /^bank:(.+)$/.exec(code);
  return credit ? { word: 'BANK_CREDIT', detail: credit[1] ?? null } : null;
};
