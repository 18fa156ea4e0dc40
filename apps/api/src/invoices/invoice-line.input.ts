import { TAX_BEHAVIORS } from '@zahlwerk/domain/invoices/invoice-lines';
import { TAX_CASE_NAMES } from '@zahlwerk/domain/invoices/tax-case';
import { UNIT_CODES } from '@zahlwerk/domain/invoices/unit';
import { builder } from '../graphql/builder.ts';
import { DiscountInput } from './discount.input.ts';

export const TaxCaseEnum = builder.enumType('TaxCase', {
  description:
    'Why which VAT is shown; each case has its conditions, which are checked before an invoice is numbered.',
  values: TAX_CASE_NAMES,
});

export const UnitEnum = builder.enumType('Unit', {
  description: 'Unit of a quantity, by its UN/ECE code: C62 piece, HUR hour, DAY day, LS lump sum …',
  values: UNIT_CODES,
});

export const TaxBehaviorEnum = builder.enumType('TaxBehavior', {
  description: 'Whether VAT comes on top of prices and discounts, or is in them.',
  values: TAX_BEHAVIORS,
});

export const InvoiceLineInput = builder.inputType('InvoiceLineInput', {
  description: 'One position of the claim.',
  fields: (t) => ({
    name: t.string({ description: 'What was supplied.' }),
    description: t.string({ required: false, description: 'More about it.' }),
    quantity: t.field({ type: 'Decimal', description: 'How much, such as "1.5".' }),
    unit: t.field({ type: UnitEnum, defaultValue: 'C62', description: 'Of what.' }),
    unitPrice: t.field({ type: 'Decimal', description: 'Price of one unit, net or with VAT.' }),
    discount: t.field({
      type: DiscountInput,
      required: false,
      description: 'What is taken off this line.',
    }),
    taxCase: t.field({ type: TaxCaseEnum, description: 'Which VAT.' }),
    exemptionReason: t.string({
      required: false,
      description: 'The paragraph that exempts it; only with DE_EXEMPT.',
    }),
  }),
});
