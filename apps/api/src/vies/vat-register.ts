import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import type { NameMatch } from '@zahlwerk/domain/customers/vat-register';

/** Whom a register is asked about, and by whom: with an own VAT id it gives the consultation a number. */
export interface VatQuestion {
  readonly vatId: string;
  readonly requesterVatId: string | null;
  readonly customer: CustomerData;
}

/** What a register says. UNAVAILABLE: nobody knows, with the reason in the register's words or ours. */
export type VatAnswer =
  | { readonly outcome: 'UNAVAILABLE'; readonly reason: string; readonly answer: AnswerFields | null }
  | {
      readonly outcome: 'CONFIRMED' | 'NOT_CONFIRMED';
      readonly reason: string | null;
      readonly requestNumber: string | null;
      readonly name: string | null;
      readonly address: string | null;
      readonly nameMatch: NameMatch;
      readonly answer: AnswerFields;
    };

/** The fields of the answer that are kept, as they came. */
export type AnswerFields = Readonly<Record<string, string | boolean>>;

/** A register of VAT ids at a tax authority. It never throws: what cannot be asked is UNAVAILABLE. */
export interface VatRegister {
  /** As it is written into the evidence. */
  readonly name: string;
  readonly ask: (question: VatQuestion) => Promise<VatAnswer>;
}
