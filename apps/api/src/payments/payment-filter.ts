import type { Prisma } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { builder } from '../graphql/builder.ts';
import type { ApiContext } from '../graphql/context.ts';
import { decodeId } from '../graphql/ids.ts';
import { unassignedPayments } from './available-money.ts';
import { searchedPayments } from './search-payments.ts';

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
    amountFromMinor: t.field({
      type: 'BigInt',
      required: false,
      description: 'At least so much, in minor units; of any currency unless one is given.',
    }),
    amountUntilMinor: t.field({ type: 'BigInt', required: false, description: 'At most so much.' }),
    customerId: t.id({ required: false, description: 'Whose money it is.' }),
    search: t.string({
      required: false,
      description:
        'An amount, a number of a case, invoice, receipt or customer, an e-mail address, an id of the bank (end-to-end id, IBAN) or the provider, or part of a purpose, a name or a number.',
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

type Bound = bigint | null | undefined;

/** No column holds a larger one; a number that is out of its range would be a fault and not an empty list. */
const LARGEST = 2n ** 63n - 1n;

const within = (bound: bigint): bigint => {
  if (bound > LARGEST) return LARGEST;
  return bound < 0n ? 0n : bound;
};

const amountWithin = (from: Bound, until: Bound): Prisma.PaymentWhereInput => ({
  ...((from ?? until ?? null) !== null && {
    amountMinor: {
      ...(typeof from === 'bigint' && { gte: within(from) }),
      ...(typeof until === 'bigint' && { lte: within(until) }),
    },
  }),
});

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
      amountWithin(filter?.amountFromMinor, filter?.amountUntilMinor),
      filter?.currency ? { currency: filter.currency } : {},
      filter?.customerId ? { customerId: decodeId('Customer', filter.customerId) } : {},
      filter?.search?.trim() ? await searchedPayments(db, organizationId, filter.search) : {},
    ],
  };
};
