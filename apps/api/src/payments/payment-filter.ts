import type { Prisma } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { amountMeant } from '@zahlwerk/domain/money/amount-meant';
import { builder } from '../graphql/builder.ts';
import type { ApiContext } from '../graphql/context.ts';
import { decodeId } from '../graphql/ids.ts';
import { containing } from '../graphql/like.ts';
import { homeCurrency } from '../organizations/home-currency.ts';
import { unassignedPayments } from './available-money.ts';

export const PaymentFilter = builder.inputType('PaymentFilter', {
  description: 'What is left out does not matter; what is given must all hold.',
  fields: (t) => ({
    bookedFrom: t.field({ type: 'Date', required: false, description: 'Booked on this day or later.' }),
    bookedUntil: t.field({ type: 'Date', required: false, description: 'Booked on this day or before.' }),
    unassigned: t.boolean({
      required: false,
      description: 'Whether a part of it is given to no claim.',
    }),
    currency: t.field({ type: 'CurrencyCode', required: false, description: 'In which it arrived.' }),
    customerId: t.id({ required: false, description: 'Whose money it is.' }),
    search: t.string({
      required: false,
      description:
        'An amount, or part of a reference, of the name of the payer or the customer, or of the number of the case or the customer.',
    }),
  }),
});

type Filter = typeof PaymentFilter.$inferInput;

/** When a day of the business's calendar begins, or ends. */
const startOf = async (
  tx: TenantTransaction,
  organizationId: string,
  day: string,
  shift: 0 | 1,
): Promise<Date> => {
  const [row] = await tx.$queryRaw<{ at: Date }[]>`
    SELECT ((${day}::date + ${shift}::int)::timestamp AT TIME ZONE time_zone) AS at
    FROM organization WHERE id = ${organizationId}::uuid`;
  if (!row) throw new Error('There is no such organization.');
  return row.at;
};

const searched = async (
  tx: TenantTransaction,
  organizationId: string,
  search: string,
): Promise<Prisma.PaymentWhereInput> => {
  const contains = containing(search);
  const amount = amountMeant(search, await homeCurrency(tx, organizationId));
  return {
    OR: [
      ...(amount
        ? [
            {
              amountMinor: { in: [...amount.minors] },
              ...(amount.currency && { currency: amount.currency }),
            },
          ]
        : []),
      { reference: contains },
      { payer: contains },
      { customer: { OR: [{ displayName: contains }, { number: contains }] } },
      { paymentCase: { number: contains } },
    ],
  };
};

export const whichPayments = async (
  { db }: ApiContext,
  organizationId: string,
  filter: Filter | null | undefined,
): Promise<Prisma.PaymentWhereInput> => {
  const ids = typeof filter?.unassigned === 'boolean' ? await unassignedPayments(db, organizationId) : [];
  return {
    organizationId,
    unassignedAt: null,
    AND: [
      filter?.bookedFrom
        ? { bookedAt: { gte: await startOf(db, organizationId, filter.bookedFrom, 0) } }
        : {},
      filter?.bookedUntil
        ? { bookedAt: { lt: await startOf(db, organizationId, filter.bookedUntil, 1) } }
        : {},
      typeof filter?.unassigned === 'boolean'
        ? { id: filter.unassigned ? { in: [...ids] } : { notIn: [...ids] } }
        : {},
      filter?.currency ? { currency: filter.currency } : {},
      filter?.customerId ? { customerId: decodeId('Customer', filter.customerId) } : {},
      filter?.search?.trim() ? await searched(db, organizationId, filter.search) : {},
    ],
  };
};
