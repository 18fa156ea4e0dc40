import type { CustomerData } from '../customers/customer-data.ts';
import type { RequirableField } from '../customers/required-fields.ts';
import type { InvoiceLine } from '../invoices/invoice-lines.ts';
import { type Money, toDecimal } from '../money/money.ts';
import { addDays } from '../workflow/calendar.ts';
import type { FieldProblem, Refusal } from '../workflow/refusal.ts';
import type { InitiatePayment } from '../workflow/steps/initiate-payment.ts';
import { linkState, type PaymentLink } from './payment-link.ts';

/** What the customer says who opens a link. */
export interface StartFromLink {
  /** What to pay, where the link leaves it to the customer; null takes the link's amount. */
  readonly amount: Money | null;
  readonly customer: CustomerData;
  /** The customer's own order or invoice number. */
  readonly reference: string | null;
}

/** Whoever starts a case unasked must at least have a name and an address to write to. */
export const requiredOfStranger = (required: readonly RequirableField[]): readonly RequirableField[] => [
  ...new Set<RequirableField>(['name', 'email', ...required]),
];

interface Day {
  readonly today: string;
  readonly paymentTermDays: number;
}

const amountProblem = ({ amount: asked }: PaymentLink, amount: Money | null): FieldProblem | null => {
  const at = (code: string): FieldProblem => ({ field: 'amount', code });
  if (asked.kind === 'FIXED')
    return amount && (amount.minor !== asked.amount.minor || amount.currency !== asked.amount.currency)
      ? at('AMOUNT_IS_FIXED')
      : null;
  if (!amount) return at('REQUIRED');
  if (amount.currency !== asked.minimum.currency) return at('CURRENCY_DIFFERS');
  if (amount.minor < asked.minimum.minor) return at('BELOW_MINIMUM');
  return amount.minor > asked.maximum.minor ? at('ABOVE_MAXIMUM') : null;
};

const lineOf = (link: PaymentLink, amount: Money, language: 'de' | 'en'): readonly InvoiceLine[] => {
  if (!link.taxCase) return [];
  return [
    {
      name: link.title[language],
      description: link.description[language],
      quantity: '1',
      unit: 'C62',
      unitPrice: toDecimal(amount),
      discount: null,
      taxCase: link.taxCase,
      exemptionReason: null,
    },
  ];
};

/**
 * The claim that a customer starts over a public link: channel ONLINE, the link's amount or one within its limits, due
 * as the business's workflow says. A link that is off or over starts nothing.
 */
export const startFromLink = (
  link: PaymentLink,
  { amount, customer, reference }: StartFromLink,
  { today, paymentTermDays }: Day,
):
  | { readonly ok: true; readonly input: InitiatePayment }
  | { readonly ok: false; readonly refusal: Refusal } => {
  if (linkState(link, today) !== 'ACTIVE') return { ok: false, refusal: { code: 'LINK_NOT_VALID' } };
  const problem = amountProblem(link, amount);
  if (problem) return { ok: false, refusal: { code: 'VALIDATION_FAILED', fields: [problem] } };
  const amountDue = link.amount.kind === 'FIXED' ? link.amount.amount : (amount ?? link.amount.minimum);
  const lines = lineOf(link, amountDue, customer.language);
  const isInvoiced = lines.length > 0;
  return {
    ok: true,
    input: {
      channel: 'ONLINE',
      customer: { data: customer },
      amountDue,
      lines,
      discount: null,
      // A link says what there is to pay.
      taxBehavior: 'INCLUSIVE',
      supply: isInvoiced ? { from: today, to: today } : null,
      dueOn: addDays(today, paymentTermDays),
      reference,
      externalRef: null,
      preferredMethod: null,
      invoicing: isInvoiced ? 'ISSUE' : 'STATEMENT',
      externalInvoiceNumber: null,
    },
  };
};
