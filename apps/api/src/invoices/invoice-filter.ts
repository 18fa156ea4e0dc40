import { dayToDate } from '@zahlwerk/db/calendar-day';
import type { Prisma } from '@zahlwerk/db/generated/client';
import { amountMeant } from '@zahlwerk/domain/money/amount-meant';
import { builder } from '../graphql/builder.ts';
import type { ApiContext } from '../graphql/context.ts';
import { decodeId } from '../graphql/ids.ts';
import { containing } from '../graphql/like.ts';
import { homeCurrency } from '../organizations/home-currency.ts';
import { InvoiceStandingEnum, whereStanding } from './invoice-standing.ts';

export const InvoiceFilter = builder.inputType('InvoiceFilter', {
  description: 'What is left out does not matter; what is given must all hold.',
  fields: (t) => ({
    standing: t.field({
      type: [InvoiceStandingEnum],
      required: false,
      description: 'Any of these ways to stand to the money.',
    }),
    customerId: t.id({ required: false, description: 'To whom it was issued.' }),
    issuedFrom: t.field({ type: 'Date', required: false, description: 'Issued on this day or later.' }),
    issuedUntil: t.field({ type: 'Date', required: false, description: 'Issued on this day or before.' }),
    search: t.string({
      required: false,
      description:
        'An amount, or part of the number of the invoice or its case, of the reference, or of the name, number or e-mail address of the customer.',
    }),
  }),
});

type Filter = typeof InvoiceFilter.$inferInput;

const searched = async (
  { db }: ApiContext,
  organizationId: string,
  search: string,
): Promise<Prisma.InvoiceWhereInput> => {
  const contains = containing(search);
  const amount = amountMeant(search, await homeCurrency(db, organizationId));
  return {
    OR: [
      { number: contains },
      { paymentCase: { OR: [{ number: contains }, { reference: contains }] } },
      { customer: { OR: [{ displayName: contains }, { number: contains }, { email: contains }] } },
      ...(amount ? [{ grossMinor: { in: [...amount.minors] } }] : []),
    ],
  };
};

/** Issued to the customer, or to a record that lives on in it. */
const ofCustomer = (id: string): Prisma.InvoiceWhereInput => ({
  customer: { OR: [{ id }, { mergedIntoId: id }] },
});

export const whichInvoices = async (
  ctx: ApiContext,
  organizationId: string,
  filter: Filter | null | undefined,
): Promise<Prisma.InvoiceWhereInput> => ({
  organizationId,
  AND: [
    filter?.standing ? await whereStanding(ctx, organizationId, filter.standing) : {},
    filter?.customerId ? ofCustomer(decodeId('Customer', filter.customerId)) : {},
    filter?.issuedFrom ? { issuedOn: { gte: dayToDate(filter.issuedFrom) } } : {},
    filter?.issuedUntil ? { issuedOn: { lte: dayToDate(filter.issuedUntil) } } : {},
    filter?.search?.trim() ? await searched(ctx, organizationId, filter.search) : {},
  ],
});
