import type { TaxCase } from '../invoices/tax-case.ts';
import type { Money } from '../money/money.ts';

/** What a link asks for: one amount, or one that the customer chooses between two limits. */
export type LinkAmount =
  | { readonly kind: 'FIXED'; readonly amount: Money }
  | { readonly kind: 'FREE'; readonly minimum: Money; readonly maximum: Money };

type InBothLanguages<Text> = { readonly de: Text; readonly en: Text };

/** A public address under which anybody can start a case with the business, with no sign-in. */
export interface PaymentLink {
  readonly id: string;
  /** What for. */
  readonly title: InBothLanguages<string>;
  readonly description: InBothLanguages<string | null>;
  readonly amount: LinkAmount;
  /** With a tax case Zahlwerk writes an invoice for each case, else a billing statement. */
  readonly taxCase: TaxCase | null;
  /** Last calendar day on which it can be used; null without an end. */
  readonly expiresOn: string | null;
  readonly enabled: boolean;
}

export type LinkState = 'ACTIVE' | 'OFF' | 'EXPIRED';

/** Whether a case can be started over the link on this day, and if not, why. */
export const linkState = (link: Pick<PaymentLink, 'enabled' | 'expiresOn'>, today: string): LinkState => {
  if (!link.enabled) return 'OFF';
  return link.expiresOn !== null && link.expiresOn < today ? 'EXPIRED' : 'ACTIVE';
};

/** The tax cases that ask nothing of the buyer, who is not known when the link is made. */
export const LINK_TAX_CASES = ['DE_19', 'DE_7', 'DE_0_PV', 'DE_KLEIN'] as const satisfies readonly TaxCase[];
