import { splitCorrection } from '../invoices/split-correction.ts';
import type { JournalDraft } from '../ledger/journal.ts';
import { postClaimLowered } from '../ledger/post-claims.ts';
import { postGivenUp, postSkonto } from '../ledger/post-settlement.ts';
import type { Money } from '../money/money.ts';
import { effectiveInvoice } from './claim.ts';
import type { PaymentCase } from './payment-case.ts';
import type { AdjustmentKind } from './resolutions.ts';

/** What step 6 can give up of a claim; a credit note belongs to a refund and has a document. */
export type GivenUpKind = Exclude<AdjustmentKind, 'CREDIT_NOTE'>;

/**
 * How it is posted that a part of the claim is given up. Skonto is split as our own invoice is. Where the invoice is written
 * elsewhere, revenue and VAT stand in other books, and there they have to be lowered too: here only the claim is.
 */
export const postAdjustment = (
  state: PaymentCase,
  { id, kind, amount }: { readonly id: string; readonly kind: GivenUpKind; readonly amount: Money },
  on: string,
): JournalDraft => {
  if (kind !== 'SKONTO') return postGivenUp(id, kind, amount, on);
  return effectiveInvoice(state)?.kind === 'INVOICE'
    ? postSkonto(id, splitCorrection(state, amount), amount, on)
    : postClaimLowered(id, amount, on);
};
