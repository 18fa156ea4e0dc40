import type { Buyer, Seller } from '@zahlwerk/domain/invoices/invoice-snapshot.schema';
import type { Locale } from '@zahlwerk/domain/money/format-money';

/** Who writes to whom, in which language. */
export interface Parties {
  readonly seller: Seller;
  readonly buyer: Buyer;
  readonly locale: Locale;
}

/** Whether the letter crosses a border, so that countries have to be named. */
export const isAbroad = ({ seller, buyer }: Pick<Parties, 'seller' | 'buyer'>): boolean =>
  buyer.country !== null && buyer.country !== seller.country;

/** The parts that say something, in their order. */
export const filled = (parts: readonly (string | null)[]): string[] =>
  parts.filter((part): part is string => Boolean(part?.trim()));
