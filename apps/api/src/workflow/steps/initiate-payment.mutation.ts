import { customerDraftSchema } from '@zahlwerk/domain/customers/customer-data.schema';
import { discountSchema } from '@zahlwerk/domain/invoices/discount.schema';
import { invoiceLinesSchema } from '@zahlwerk/domain/invoices/invoice-line.schema';
import { skontoTermsSchema } from '@zahlwerk/domain/invoices/skonto-terms.schema';
import { positiveMoneySchema } from '@zahlwerk/domain/money/money.schema';
import { CustomerDataInput } from '../../customers/customer-data.input.ts';
import { builder } from '../../graphql/builder.ts';
import type { TenantContext } from '../../graphql/context.ts';
import { ValidationFailed } from '../../graphql/errors.ts';
import { keyed } from '../../graphql/idempotency.ts';
import { decodeId } from '../../graphql/ids.ts';
import { MoneyInput } from '../../graphql/money.type.ts';
import { parseInput } from '../../graphql/parse-input.ts';
import { DiscountInput } from '../../invoices/discount.input.ts';
import { InvoiceLineInput, TaxBehaviorEnum } from '../../invoices/invoice-line.input.ts';
import { SkontoInput } from '../../invoices/skonto.type.ts';
import { CASE_ERRORS, caseSuccess } from '../case-mutation.ts';
import { numberText } from '../free-text.ts';
import { initiate } from '../initiate.ts';
import { ChannelEnum, InvoicingEnum, PaymentMethodTypeEnum } from '../types/enums.ts';
import { workshopOf } from '../workshop.ts';

const SupplyInput = builder.inputType('SupplyInput', {
  description:
    'When the goods or services are supplied; the same day twice for a single day (§ 14(4) Nr. 6 UStG).',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'First day.' }),
    to: t.field({ type: 'Date', description: 'Last day.' }),
  }),
});

const InitiatePaymentInput = builder.inputType('InitiatePaymentInput', {
  description: 'A new claim on a known or a new customer.',
  fields: (t) => ({
    channel: t.field({
      type: ChannelEnum,
      defaultValue: 'ONLINE',
      description: 'How the customer is asked.',
    }),
    customerId: t.id({ required: false, description: 'A known customer; either this or `customer`.' }),
    customer: t.field({
      type: CustomerDataInput,
      required: false,
      description: 'A new customer; either this or `customerId`.',
    }),
    amount: t.field({
      type: MoneyInput,
      description: 'What is due, VAT included; with lines it must be their sum.',
    }),
    lines: t.field({
      type: [InvoiceLineInput],
      defaultValue: [],
      description: 'What it is for; needed where Zahlwerk writes the invoice.',
    }),
    taxBehavior: t.field({
      type: TaxBehaviorEnum,
      defaultValue: 'EXCLUSIVE',
      description: 'Whether the prices and discounts of this claim are net or include VAT.',
    }),
    discount: t.field({
      type: DiscountInput,
      required: false,
      description: 'What is taken off the sum of the lines, from each tax case its part.',
    }),
    supply: t.field({
      type: SupplyInput,
      required: false,
      description: 'Time of supply; needed where Zahlwerk writes the invoice.',
    }),
    dueOn: t.field({ type: 'Date', description: 'Day on which it is due.' }),
    skonto: t.field({
      type: SkontoInput,
      required: false,
      description:
        'For a customer who transfers early; left out: as the business usually grants it, null: none. Never after `dueOn`.',
    }),
    reference: t.string({ required: false, description: "The customer's order number." }),
    externalRef: t.string({
      required: false,
      description: "The partner's own number, unique per integration: a second case with it is refused.",
    }),
    preferredMethod: t.field({
      type: PaymentMethodTypeEnum,
      required: false,
      description: 'What the pay page offers first.',
    }),
    invoicing: t.field({
      type: InvoicingEnum,
      defaultValue: 'ISSUE',
      description: 'Who writes the invoice.',
    }),
    externalInvoiceNumber: t.string({
      required: false,
      description: 'Number of an invoice written elsewhere.',
    }),
    metadata: t.field({
      type: 'JSON',
      required: false,
      description: "The partner's own data; kept, never read.",
    }),
    idempotencyKey: t.string({ description: 'Unique per call, 8 to 255 characters.' }),
  }),
});

type Input = typeof InitiatePaymentInput.$inferInput;

const customerOf = ({ customerId, customer }: Input) => {
  if (customerId && !customer) return { id: decodeId('Customer', customerId, ['input', 'customerId']) };
  if (customer && !customerId)
    return { data: parseInput(customerDraftSchema, customer, ['input', 'customer']) };
  throw new ValidationFailed([{ path: ['input', 'customer'], code: 'ONE_OF_CUSTOMER_AND_CUSTOMER_ID' }]);
};

/** Left out is not the same as none. */
const skontoOf = ({ skonto }: Input) => {
  if (skonto === undefined) return {};
  return { skonto: skonto && parseInput(skontoTermsSchema, skonto, ['input', 'skonto']) };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const start = async (input: Input, ctx: TenantContext) => {
  const { caseId, replayed } = await initiate(workshopOf(ctx.ports), {
    organizationId: ctx.organizationId,
    actor: ctx.actor,
    idempotency: keyed(input),
    metadata: isRecord(input.metadata) ? input.metadata : null,
    input: {
      channel: input.channel,
      customer: customerOf(input),
      amountDue: parseInput(positiveMoneySchema, input.amount, ['input', 'amount']),
      lines: input.lines.length > 0 ? parseInput(invoiceLinesSchema, input.lines, ['input', 'lines']) : [],
      taxBehavior: input.taxBehavior,
      discount: input.discount ? parseInput(discountSchema, input.discount, ['input', 'discount']) : null,
      supply: input.supply ?? null,
      dueOn: input.dueOn,
      ...skontoOf(input),
      reference: numberText(input.reference, ['input', 'reference']),
      externalRef: numberText(input.externalRef, ['input', 'externalRef']),
      preferredMethod: input.preferredMethod ?? null,
      invoicing: input.invoicing,
      externalInvoiceNumber: numberText(input.externalInvoiceNumber, ['input', 'externalInvoiceNumber']),
    },
  });
  await ctx.reads.end();
  return { caseId, replayed };
};

builder.mutationField('initiatePayment', (t) =>
  t.withAuth({ permission: 'case:initiate' }).field({
    type: caseSuccess('InitiatePayment'),
    description:
      'Step 1: starts a case and mails the payment request with pay link and GiroCode; in person no mail is sent.',
    errors: { types: CASE_ERRORS },
    args: { input: t.arg({ type: InitiatePaymentInput, description: 'The claim.' }) },
    resolve: (_root, { input }, ctx) => start(input, ctx),
  }),
);
