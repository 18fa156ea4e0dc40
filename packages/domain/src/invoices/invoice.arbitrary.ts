import fc from 'fast-check';
import { money, toDecimal } from '../money/money.ts';
import type { Discount } from './discount.ts';
import { aLine } from './invoice.fixture.ts';
import { type InvoiceLine, type Priceable, priceInvoice, TAX_BEHAVIORS } from './invoice-lines.ts';
import { priceProblems } from './price-problems.ts';

/** A positive decimal text below a hundred thousand, with `places` decimals. */
const positiveDecimal = (places: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: 0, max: 99_999 }), fc.nat({ max: 10 ** places - 1 }))
    .filter(([whole, fraction]) => whole + fraction > 0)
    .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(places, '0')}`);

const line = fc
  .record({
    quantity: positiveDecimal(3),
    unitPrice: positiveDecimal(4),
    taxCase: fc.constantFrom('DE_19' as const, 'DE_7' as const, 'DE_0_PV' as const),
  })
  .map((overrides): InvoiceLine => aLine(overrides));

/** As `line`, but a discount: its price is below zero. */
const discount = line.map(
  (given): InvoiceLine => ({ ...given, name: 'Rabatt', unitPrice: `-${given.unitPrice}` }),
);

/** Lines of all rates, with and without lines below zero among them; what they come to may be nothing. */
export const someLinesWithDiscounts = fc
  .tuple(
    fc.array(line, { minLength: 1, maxLength: 12 }),
    fc.array(discount, { maxLength: 3 }),
    fc.array(fc.constantFrom('EU_SUPPLY' as const, 'EU_SERVICE_RC' as const), { maxLength: 2 }),
  )
  .map(([lines, discounts, free]) => [
    ...lines,
    ...discounts,
    ...free.map((taxCase) => aLine({ taxCase, unitPrice: '1000.5' })),
  ]);

/** One to twenty random lines of domestic tax cases. */
export const someLines = fc.array(line, { minLength: 1, maxLength: 20 });

/** A share or an amount. */
const someDiscount = fc
  .tuple(fc.boolean(), fc.integer({ min: 1, max: 9_999 }), fc.constantFrom(null, 'Treuerabatt'))
  .map(([isShare, figure, reason]): Discount => {
    const text = toDecimal(money(BigInt(figure), 'EUR'));
    return { percent: isShare ? text : null, amount: isShare ? null : text, reason };
  });

/** Lines of all rates, some with a discount of their own, and perhaps one on the whole; they come to something. */
export const someClaims: fc.Arbitrary<Priceable> = fc
  .tuple(
    someLinesWithDiscounts,
    fc.array(fc.option(someDiscount), { minLength: 18, maxLength: 18 }),
    fc.option(someDiscount),
    fc.constantFrom(...TAX_BEHAVIORS),
  )
  .map(([lines, discounts, discount, taxBehavior]) => ({
    lines: lines.map((line, index) =>
      line.unitPrice.startsWith('-') ? line : { ...line, discount: discounts[index] ?? null },
    ),
    discount,
    taxBehavior,
  }))
  .filter((claim) => priceProblems(claim, 'EUR').length === 0 && priceInvoice(claim, 'EUR').gross.minor > 0n);
