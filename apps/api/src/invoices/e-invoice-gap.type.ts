import {
  E_INVOICE_GAP_CODES,
  type EInvoiceGap,
  eInvoiceGapMessage,
} from '@zahlwerk/domain/invoices/e-invoice-gaps';
import { builder } from '../graphql/builder.ts';

const EInvoiceGapCodeEnum = builder.enumType('EInvoiceGapCode', {
  description: 'What is missing for a valid e-invoice.',
  values: E_INVOICE_GAP_CODES,
});

export const EInvoiceGapType = builder.objectRef<EInvoiceGap>('EInvoiceGap').implement({
  description: 'Something without which no valid e-invoice can be made.',
  fields: (t) => ({
    code: t.expose('code', { type: EInvoiceGapCodeEnum, description: 'Stable code of what is missing.' }),
    field: t.exposeString('field', {
      description: 'Where it is entered: seller.phone, customer.email, reference (of the case).',
    }),
    rule: t.exposeString('rule', { description: 'Which rule asks for it: BR-DE-15.' }),
    message: t.string({
      description: "One sentence in the caller's language.",
      resolve: ({ code }, _args, { language }) => eInvoiceGapMessage(code, language),
    }),
  }),
});
