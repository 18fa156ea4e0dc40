import { type CustomerData, customerName } from '../customers/customer-data.ts';
import type { Currency } from '../money/money.ts';
import { MAX_MINOR } from '../money/parse-decimal.ts';
import { isDecimal, isZeroDecimal } from './decimal.ts';
import type { Discount } from './discount.ts';
import { type InvoiceLine, type Priceable, priceInvoice } from './invoice-lines.ts';
import type { Seller, Supply } from './invoice-snapshot.schema.ts';
import { priceProblems } from './price-problems.ts';
import { taxCaseRule } from './tax-case.ts';
import { type TaxGapCode, unmetConditions } from './tax-conditions.ts';

export type InvoiceRefusalCode =
  | TaxGapCode
  | 'SELLER_NAME_MISSING'
  | 'SELLER_ADDRESS_MISSING'
  | 'SELLER_TAX_ID_MISSING'
  | 'BUYER_NAME_MISSING'
  | 'BUYER_ADDRESS_MISSING'
  | 'SUPPLY_MISSING'
  | 'SUPPLY_REVERSED'
  | 'LINES_MISSING'
  | 'LINE_NAME_MISSING'
  | 'LINE_QUANTITY_MALFORMED'
  | 'LINE_UNIT_PRICE_MALFORMED'
  | 'EXEMPTION_REASON_MISSING'
  | 'PRICE_NOT_POSSIBLE'
  | 'TOTAL_NOT_POSITIVE'
  | 'TOTAL_OUT_OF_RANGE'
  | 'NUMBER_MALFORMED'
  | 'DUE_BEFORE_ISSUE'
  | 'PAID_MALFORMED';

/** Why an invoice may not be issued: what is wrong, where it is entered, and which rule says so. */
export interface InvoiceRefusal {
  readonly code: InvoiceRefusalCode;
  /** Path of the field: `seller.taxNumber`, `customer.street`, `lines.2.name` (counted from 0). */
  readonly field: string;
  readonly basis: string;
}

export interface InvoiceContent extends Priceable {
  readonly seller: Seller;
  readonly customer: CustomerData;
  readonly supply: Supply | null;
  readonly currency: Currency;
}

/** § 33 UStDV: an invoice of at most 250 euros, VAT included, may leave out the recipient's address. */
const SMALL_AMOUNT_MINOR = 25_000n;
/** § 33 sentence 3 UStDV takes these out of the relaxation. */
const NEVER_SMALL_AMOUNT = new Set(['DE_13B', 'EU_SERVICE_RC', 'EU_SUPPLY']);

const refusal = (code: InvoiceRefusalCode, field: string, basis: string): InvoiceRefusal => ({
  code,
  field,
  basis,
});
const isBlank = (text: string | null | undefined): boolean => !text?.trim();

/**
 * Everything that keeps an invoice with this content from being issued, in the order of the form: parties, time of
 * supply, lines, tax cases. Empty when it may be issued.
 */
export const refuseContent = (content: InvoiceContent): readonly InvoiceRefusal[] => [
  ...refuseSeller(content.seller),
  ...refuseBuyer(content),
  ...refuseSupply(content),
  ...refuseLines(content.lines),
  ...refuseTaxCases(content),
  ...refuseTotal(content),
];

const refuseSeller = (seller: Seller): InvoiceRefusal[] => {
  const basis = '§ 14(4) Nr. 1 UStG';
  const found: InvoiceRefusal[] = [];
  if (isBlank(seller.name)) found.push(refusal('SELLER_NAME_MISSING', 'seller.name', basis));
  for (const field of ['street', 'postalCode', 'city'] as const)
    if (isBlank(seller[field])) found.push(refusal('SELLER_ADDRESS_MISSING', `seller.${field}`, basis));
  if (isBlank(seller.taxNumber) && isBlank(seller.vatId))
    found.push(refusal('SELLER_TAX_ID_MISSING', 'seller.taxNumber', '§ 14(4) Nr. 2 UStG'));
  return found;
};

const refuseBuyer = (content: InvoiceContent): InvoiceRefusal[] => {
  const { customer } = content;
  const basis = '§ 14(4) Nr. 1 UStG';
  const found: InvoiceRefusal[] = [];
  if (isBlank(customerName(customer))) found.push(refusal('BUYER_NAME_MISSING', 'customer.name', basis));
  if (isSmallAmount(content)) return found;
  for (const field of ['street', 'postalCode', 'city', 'country'] as const)
    if (isBlank(customer[field])) found.push(refusal('BUYER_ADDRESS_MISSING', `customer.${field}`, basis));
  return found;
};

const refuseSupply = ({ supply, seller }: InvoiceContent): InvoiceRefusal[] => {
  const basis = '§ 14(4) Nr. 6 UStG, § 31(4) UStDV';
  // § 34a UStDV does not ask a small business for the time of supply.
  if (!supply) return seller.smallBusiness ? [] : [refusal('SUPPLY_MISSING', 'supply', basis)];
  return supply.to < supply.from ? [refusal('SUPPLY_REVERSED', 'supply', basis)] : [];
};

const refuseLines = (lines: readonly InvoiceLine[]): InvoiceRefusal[] => {
  const basis = '§ 14(4) Nr. 5 UStG';
  if (lines.length === 0) return [refusal('LINES_MISSING', 'lines', basis)];
  return lines.flatMap((line, index) => {
    const found: InvoiceRefusal[] = [];
    if (isBlank(line.name)) found.push(refusal('LINE_NAME_MISSING', `lines.${index}.name`, basis));
    if (!isDecimal(line.quantity) || isZeroDecimal(line.quantity))
      found.push(refusal('LINE_QUANTITY_MALFORMED', `lines.${index}.quantity`, basis));
    if (!isDecimal(line.unitPrice))
      found.push(refusal('LINE_UNIT_PRICE_MALFORMED', `lines.${index}.unitPrice`, '§ 14(4) Nr. 7 UStG'));
    return found;
  });
};

const refuseTaxCases = (content: InvoiceContent): InvoiceRefusal[] => {
  const found = content.lines.flatMap((line, index) => {
    const ofCase = unmetConditions(line.taxCase, content).map(({ code, at, basis }) =>
      refusal(code, at === 'line' ? `lines.${index}.taxCase` : at, basis),
    );
    if (!taxCaseRule(line.taxCase).conditions.includes('EXEMPTION_REASON') || !isBlank(line.exemptionReason))
      return ofCase;
    const reason = `lines.${index}.exemptionReason`;
    return [...ofCase, refusal('EXEMPTION_REASON_MISSING', reason, taxCaseRule(line.taxCase).basis)];
  });
  // Several lines may miss the same thing of seller or buyer; it is asked for once.
  return [...new Map(found.map((entry) => [`${entry.code} ${entry.field}`, entry])).values()];
};

const refuseTotal = (content: InvoiceContent): InvoiceRefusal[] => {
  const { lines, currency } = content;
  if (lines.length === 0 || !arePriceable(content)) return [];
  const prices = priceProblems(content, currency);
  if (prices.length > 0)
    return prices.map(({ field }) => refusal('PRICE_NOT_POSSIBLE', field, '§ 14(4) Nr. 7 UStG'));
  const { gross, lines: priced } = priceInvoice(content, currency);
  const largest = [gross, ...priced.map((line) => line.net)];
  if (largest.some(({ minor }) => minor > MAX_MINOR || minor < -MAX_MINOR))
    return [refusal('TOTAL_OUT_OF_RANGE', 'lines', '§ 14(4) Nr. 7 UStG')];
  // A negative claim is a correction of an issued document, never an invoice of its own.
  return gross.minor > 0n
    ? []
    : [refusal('TOTAL_NOT_POSITIVE', 'lines', '§ 14(4) Nr. 7 UStG, § 31(5) UStDV')];
};

const isSmallAmount = (content: InvoiceContent): boolean =>
  content.currency === 'EUR' &&
  content.lines.length > 0 &&
  arePriceable(content) &&
  content.lines.every((line) => !NEVER_SMALL_AMOUNT.has(line.taxCase)) &&
  priceInvoice(content, content.currency).gross.minor <= SMALL_AMOUNT_MINOR;

const arePriceable = ({ lines, discount }: Priceable): boolean =>
  lines.every((line) => isDecimal(line.quantity) && isDecimal(line.unitPrice) && isReadable(line.discount)) &&
  isReadable(discount);

const isReadable = (discount: Discount | null): boolean =>
  !discount || isDecimal(discount.percent ?? discount.amount ?? '');
