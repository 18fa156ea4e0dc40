import { isCountryCode } from '@zahlwerk/domain/customers/country';
import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { TAX_CASE_NAMES, type TaxCase, taxCaseRule } from '@zahlwerk/domain/invoices/tax-case';
import {
  TAX_GAP_CODES,
  type TaxGap,
  taxGapMessage,
  unmetConditions,
} from '@zahlwerk/domain/invoices/tax-conditions';
import { builder } from '../graphql/builder.ts';
import type { TenantContext } from '../graphql/context.ts';
import { readId } from '../graphql/ids.ts';
import { sellerOf } from '../workflow/load/load-organization.ts';
import { TaxCaseEnum } from './invoice-line.input.ts';

const TaxGapCodeEnum = builder.enumType('TaxGapCode', {
  description: 'What a tax case misses.',
  values: TAX_GAP_CODES,
});

const TaxGapType = builder.objectRef<TaxGap>('TaxGap').implement({
  description: 'Something without which an invoice with this tax case is refused before it has a number.',
  fields: (t) => ({
    code: t.expose('code', { type: TaxGapCodeEnum, description: 'Stable code of what is missing.' }),
    at: t.exposeString('at', {
      description:
        'Where it is mended: seller.vatId, customer.vatId, customer.country, or line for the tax case.',
    }),
    basis: t.exposeString('basis', { description: 'Where the law stands: § 6a UStG.' }),
    message: t.string({
      description: "One sentence in the caller's language.",
      resolve: ({ code }, _args, { language }) => taxGapMessage(code, language),
    }),
  }),
});

interface TaxCaseOffer {
  readonly taxCase: TaxCase;
  readonly gaps: readonly TaxGap[];
}

const TaxCaseOfferType = builder.objectRef<TaxCaseOffer>('TaxCaseOffer').implement({
  description: 'A tax case, and whether it may be used between the business and a customer.',
  fields: (t) => ({
    taxCase: t.expose('taxCase', { type: TaxCaseEnum, description: 'Which one.' }),
    rate: t.field({
      type: 'Decimal',
      description: 'Percent of VAT.',
      resolve: ({ taxCase }) => taxCaseRule(taxCase).rate,
    }),
    needsReason: t.boolean({
      description: 'Whether each line has to name the paragraph that exempts it.',
      resolve: ({ taxCase }) => taxCaseRule(taxCase).conditions.includes('EXEMPTION_REASON'),
    }),
    gaps: t.field({
      type: [TaxGapType],
      description: 'Everything that is missing; empty when it may be used as things stand.',
      resolve: ({ gaps }) => gaps,
    }),
  }),
});

type Buyer = Pick<CustomerData, 'country' | 'vatId'>;

const STRANGER: Buyer = { country: null, vatId: null };

const knownBuyer = async ({ db, organizationId }: TenantContext, id: string): Promise<Buyer> => {
  const key = readId('Customer', id);
  const row = key ? await db.customer.findFirst({ where: { organizationId, id: key } }) : null;
  return row ? buyerOf(row.country, row.vatId) : STRANGER;
};

const buyerOf = (country: string | null | undefined, vatId: string | null | undefined): Buyer => ({
  country: country && isCountryCode(country) ? country : null,
  vatId: vatId ?? null,
});

builder.queryField('taxCases', (t) =>
  t.withAuth({ permission: 'customer:read' }).field({
    type: [TaxCaseOfferType],
    description:
      'Every tax case with what it misses for a known customer, or for one of whom only country and VAT id are known.',
    args: {
      customerId: t.arg.id({
        required: false,
        description: 'A known customer; then the others do not count.',
      }),
      country: t.arg.string({
        required: false,
        description: 'Country of a new customer, ISO 3166-1 alpha-2.',
      }),
      vatId: t.arg.string({ required: false, description: 'VAT id of a new customer.' }),
    },
    resolve: async (_root, { customerId, country, vatId }, ctx) => {
      const row = await ctx.db.organization.findUniqueOrThrow({ where: { id: ctx.organizationId } });
      const customer = customerId ? await knownBuyer(ctx, customerId) : buyerOf(country, vatId);
      const facts = { seller: sellerOf(row), customer };
      return TAX_CASE_NAMES.map((taxCase) => ({ taxCase, gaps: unmetConditions(taxCase, facts) }));
    },
  }),
);
