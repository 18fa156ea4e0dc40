import { allocate } from '../money/allocate.ts';
import { type Money, money, subtract } from '../money/money.ts';
import { netOfGross } from './decimal.ts';
import { type Priceable, priceInvoice, type VatGroup } from './invoice-lines.ts';

/** Net and VAT of one tax case by which an invoice is lowered. */
export type CorrectedGroup = Pick<VatGroup, 'taxCase' | 'rate' | 'net' | 'vat'>;

/**
 * Splits what an invoice is lowered by over its tax cases as the invoice itself is split, and takes the VAT out of each
 * part: an amount that people agree on is gross (§ 17(1) UStG). Parts that come to nothing are left out.
 */
export const splitCorrection = (claim: Priceable, amount: Money): readonly CorrectedGroup[] => {
  const { groups } = priceInvoice(claim, amount.currency);
  const shares = allocate(
    amount,
    groups.map(({ net, vat }) => atLeastNothing(net.minor + vat.minor)),
  );
  return groups.flatMap(({ taxCase, rate }, index) => {
    const gross = shares[index] ?? money(0n, amount.currency);
    if (gross.minor === 0n) return [];
    const net = money(netOfGross(gross.minor, rate), amount.currency);
    return [{ taxCase, rate, net, vat: subtract(gross, net) }];
  });
};

/** A tax case of discounts alone has nothing that could be given back. */
const atLeastNothing = (minor: bigint): bigint => (minor > 0n ? minor : 0n);
