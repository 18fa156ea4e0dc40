import {
  type InvoiceLine,
  type Priceable,
  type PricedInvoice,
  priceInvoice,
} from '@zahlwerk/domain/invoices/invoice-lines';
import type { Currency } from '@zahlwerk/domain/money/currency';
import type { Locale } from '@zahlwerk/domain/money/format-money';
import { toDecimal } from '@zahlwerk/domain/money/money';
import { parseAmount, toPlainDecimal } from '@zahlwerk/domain/money/parse-amount';
import type {
  Channel,
  InitiatePaymentInput,
  Invoicing,
  PaymentMethodType,
  TaxBehavior,
  TaxCase,
  Unit,
} from '#gql/graphql';
import { type CustomerFormValues, customerToInput, EMPTY_CUSTOMER } from '../customers/customer-form.ts';
import { addDays, type Day } from '../format/parse-date.ts';
import { type DiscountValues, NO_DISCOUNT, readDiscount } from '../invoices/discount-form.ts';
import { NO_SKONTO, type SkontoValues, skontoProblems, skontoToInput } from '../invoices/skonto-form.ts';

export interface LineValues extends DiscountValues {
  readonly name: string;
  readonly quantity: string;
  readonly unit: Unit;
  readonly unitPrice: string;
  readonly taxCase: TaxCase;
  /** The paragraph that exempts the line; asked for with DE_EXEMPT alone. */
  readonly exemptionReason: string;
}

/** A new case while it is typed. Amounts and quantities are text until it is sent. */
export interface NewCaseValues extends SkontoValues, DiscountValues {
  /** Null until somebody chooses. */
  readonly isNewCustomer: boolean | null;
  readonly customerId: string | null;
  readonly customer: CustomerFormValues;
  readonly invoicing: Invoicing;
  readonly taxBehavior: TaxBehavior;
  readonly externalInvoiceNumber: string;
  readonly lines: readonly LineValues[];
  readonly amount: string;
  readonly dueOn: Day | null;
  readonly supplyFrom: Day | null;
  readonly supplyTo: Day | null;
  readonly reference: string;
  readonly channel: Channel;
  readonly preferredMethod: PaymentMethodType | null;
}

export const EMPTY_LINE: LineValues = {
  ...NO_DISCOUNT,
  name: '',
  quantity: '1',
  unit: 'C62',
  unitPrice: '',
  taxCase: 'DE_19',
  exemptionReason: '',
};

/** What most businesses agree on when nobody says otherwise. */
const USUAL_TERM_DAYS = 14;

export const emptyCase = (
  today: Day,
  skonto: SkontoValues = NO_SKONTO,
  taxBehavior: TaxBehavior = 'EXCLUSIVE',
): NewCaseValues => ({
  ...skonto,
  ...NO_DISCOUNT,
  isNewCustomer: null,
  customerId: null,
  customer: EMPTY_CUSTOMER,
  invoicing: 'ISSUE',
  taxBehavior,
  externalInvoiceNumber: '',
  lines: [EMPTY_LINE],
  amount: '',
  dueOn: addDays(today, USUAL_TERM_DAYS),
  supplyFrom: today,
  supplyTo: today,
  reference: '',
  channel: 'ONLINE',
  preferredMethod: null,
});

/** What was typed before, on top of a blank form: a line from an older form may know less than one of today. */
export const fromDraft = (blank: NewCaseValues, draft: Partial<NewCaseValues> | null): NewCaseValues => ({
  ...blank,
  ...draft,
  lines: (draft?.lines ?? blank.lines).map((line) => ({ ...EMPTY_LINE, ...line })),
});

/** In person is paid at once, and with a card; over the net there is the usual term. */
export const ofChannel = (
  channel: Channel,
  today: Day,
): Pick<NewCaseValues, 'channel' | 'dueOn' | 'preferredMethod'> => ({
  channel,
  dueOn: channel === 'IN_PERSON' ? today : addDays(today, USUAL_TERM_DAYS),
  preferredMethod: null,
});

/** Who pays at the reader pays by card, and a card pays in full. */
export const hasSkonto = ({ channel }: Pick<NewCaseValues, 'channel'>): boolean => channel !== 'IN_PERSON';

export const withLines = ({ invoicing }: Pick<NewCaseValues, 'invoicing'>): boolean => invoicing === 'ISSUE';

/** A price may have more decimals than the currency. */
const decimalOrNull = (text: string, locale: Locale): string | null =>
  toPlainDecimal(text.replace(/[\s\u00a0€]/g, ''), locale);

/** Exempt lines name their paragraph. */
export const isExempt = ({ taxCase }: Pick<LineValues, 'taxCase'>): boolean => taxCase === 'DE_EXEMPT';

const toLine = (line: LineValues, locale: Locale, currency: Currency): InvoiceLine | null => {
  const quantity = decimalOrNull(line.quantity, locale);
  const unitPrice = decimalOrNull(line.unitPrice, locale);
  const discount = readDiscount(line, locale, currency);
  if (quantity === null || unitPrice === null || discount === 'INVALID') return null;
  return {
    name: line.name,
    description: null,
    quantity,
    unit: line.unit,
    unitPrice,
    discount,
    taxCase: line.taxCase,
    exemptionReason: (isExempt(line) && line.exemptionReason.trim()) || null,
  };
};

/** Lines and discount as the rules take them; null while one of them cannot be read. */
const toPriceable = (values: NewCaseValues, locale: Locale, currency: Currency): Priceable | null => {
  const lines = values.lines.map((line) => toLine(line, locale, currency));
  const discount = readDiscount(values, locale, currency);
  const { taxBehavior } = values;
  return discount !== 'INVALID' && lines.every((line) => line !== null)
    ? { lines, discount, taxBehavior }
    : null;
};

/** What it comes to, by the same rule as on the invoice; null while a line or a discount cannot be read. */
export const priceOf = (values: NewCaseValues, locale: Locale, currency: Currency): PricedInvoice | null => {
  const priceable = toPriceable(values, locale, currency);
  return priceable && priceInvoice(priceable, currency);
};

export type NewCaseProblem =
  | 'REQUIRED'
  | 'INVALID_AMOUNT'
  | 'INVALID_QUANTITY'
  | 'INVALID_DISCOUNT'
  | 'INVALID_PERCENT'
  | 'INVALID_DAYS'
  | 'NOT_POSITIVE';

/** What keeps the form from being sent, per input path. */
export const newCaseProblems = (
  values: NewCaseValues,
  locale: Locale,
  currency: Currency,
): Readonly<Record<string, NewCaseProblem>> => {
  const found: Record<string, NewCaseProblem> = {};
  if (!values.isNewCustomer && !values.customerId) found.customerId = 'REQUIRED';
  if (!values.dueOn) found.dueOn = 'REQUIRED';
  for (const field of hasSkonto(values) ? skontoProblems(values, locale) : [])
    found[field] = field === 'skontoDays' ? 'INVALID_DAYS' : 'INVALID_PERCENT';
  if (values.invoicing === 'EXTERNAL' && !values.externalInvoiceNumber.trim())
    found.externalInvoiceNumber = 'REQUIRED';
  if (!withLines(values)) {
    const parsed = parseAmount(values.amount, locale, currency);
    if (!parsed.ok) found.amount = 'INVALID_AMOUNT';
    else if (!/[1-9]/.test(parsed.decimal) || parsed.decimal.startsWith('-')) found.amount = 'NOT_POSITIVE';
    return found;
  }
  if (!values.supplyFrom) found.supplyFrom = 'REQUIRED';
  if (!values.supplyTo) found.supplyTo = 'REQUIRED';
  for (const [index, line] of values.lines.entries()) {
    if (isExempt(line) && !line.exemptionReason.trim()) found[`lines.${index}.exemptionReason`] = 'REQUIRED';
    if (!line.name.trim()) found[`lines.${index}.name`] = 'REQUIRED';
    if (decimalOrNull(line.quantity, locale) === null) found[`lines.${index}.quantity`] = 'INVALID_QUANTITY';
    if (decimalOrNull(line.unitPrice, locale) === null) found[`lines.${index}.unitPrice`] = 'INVALID_AMOUNT';
    if (readDiscount(line, locale, currency) === 'INVALID')
      found[`lines.${index}.discount`] = 'INVALID_DISCOUNT';
  }
  if (readDiscount(values, locale, currency) === 'INVALID') found.discount = 'INVALID_DISCOUNT';
  return found;
};

/** The form as the API wants it; call it only when `newCaseProblems` has found nothing. */
export const toInitiatePayment = (
  values: NewCaseValues,
  locale: Locale,
  currency: Currency,
): Omit<InitiatePaymentInput, 'idempotencyKey'> => {
  const priceable = (withLines(values) && toPriceable(values, locale, currency)) || null;
  const typed = parseAmount(values.amount, locale, currency);
  const amount = priceable
    ? toDecimal(priceInvoice(priceable, currency).gross)
    : typed.ok
      ? typed.decimal
      : '';
  return {
    customerId: values.customerId,
    customer: values.customerId ? null : customerToInput(values.customer),
    channel: values.channel,
    invoicing: values.invoicing,
    externalInvoiceNumber: values.externalInvoiceNumber.trim() || null,
    amount: { amount, currency },
    lines: [...(priceable?.lines ?? [])],
    discount: priceable?.discount ?? null,
    taxBehavior: values.taxBehavior,
    dueOn: values.dueOn ?? '',
    skonto: hasSkonto(values) ? skontoToInput(values, locale) : null,
    supply:
      withLines(values) && values.supplyFrom && values.supplyTo
        ? { from: values.supplyFrom, to: values.supplyTo }
        : null,
    reference: values.reference.trim() || null,
    preferredMethod: values.preferredMethod,
  };
};
