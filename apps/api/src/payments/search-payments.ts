import { Prisma } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { containing, numbered } from '../graphql/like.ts';
import { homeCurrency } from '../organizations/home-currency.ts';
import { exactHits as exactCases, byReference as referringCases } from '../workflow/search-cases.ts';
import { type Needle, readNeedle } from '../workflow/search-needle.ts';

/** Money that arrived for one of the cases that were hit, or that was given to it later. */
const ofCases = (organizationId: Prisma.Sql): readonly Prisma.Sql[] => [
  Prisma.sql`SELECT p.id FROM hit
    JOIN payment p ON p.organization_id = ${organizationId} AND p.case_id = hit.case_id`,
  Prisma.sql`SELECT a.payment_id FROM hit
    JOIN allocation a ON a.organization_id = ${organizationId} AND a.case_id = hit.case_id`,
];

const ofCustomers = (organizationId: Prisma.Sql, which: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT p.id FROM customer k
    JOIN payment p ON p.organization_id = k.organization_id AND p.customer_id = k.id
    WHERE k.organization_id = ${organizationId} AND ${which}`;

/** What a bank, a provider or a payer has named it by, as a whole. */
const byReference = (organizationId: Prisma.Sql, text: string): readonly Prisma.Sql[] => {
  const bare = text.replaceAll(' ', '');
  const said = Prisma.sql`ANY(${[...new Set([text, bare, bare.toUpperCase()])]}::text[])`;
  const own = ['balance_ref', 'merged_ref', 'payer_iban'].map(
    (column) => Prisma.sql`SELECT id FROM payment
      WHERE organization_id = ${organizationId} AND ${Prisma.raw(column)} = ${said}`,
  );
  const charged = Prisma.sql`SELECT id FROM payment WHERE organization_id = ${organizationId}
    AND source = ANY(enum_range(null::payment_source)) AND source_ref = ${said}`;
  const attempted = ['provider_ref', 'session_ref'].map(
    (column) => Prisma.sql`SELECT p.id FROM provider_account k
      JOIN payment_attempt t ON t.organization_id = k.organization_id AND t.provider_account_id = k.id
      JOIN payment p ON p.organization_id = t.organization_id AND p.attempt_id = t.id
      WHERE k.organization_id = ${organizationId} AND t.${Prisma.raw(column)} = ${said}`,
  );
  const told = ['end_to_end_id', 'bank_reference', 'structured_reference'].map(
    (column) => Prisma.sql`SELECT p.id FROM bank_transaction t
      JOIN payment p ON p.organization_id = t.organization_id AND p.bank_transaction_id = t.id
      WHERE t.organization_id = ${organizationId} AND t.${Prisma.raw(column)} = ${said}`,
  );
  return [...own, charged, ...attempted, ...told];
};

const byForm = (organizationId: Prisma.Sql, needle: Needle): readonly Prisma.Sql[] => {
  if (needle.kind === 'TEXT') return [];
  if (needle.kind === 'AMOUNT') {
    const { minors, currency } = needle.amount;
    return [
      Prisma.sql`SELECT id FROM payment WHERE organization_id = ${organizationId}
        AND amount_minor = ANY(${[...minors]}::bigint[])
        AND ${currency ? Prisma.sql`currency = ${currency}` : Prisma.sql`true`}`,
    ];
  }
  if (needle.kind === 'EMAIL')
    return [
      ofCustomers(organizationId, Prisma.sql`k.email ILIKE ${`%${containing(needle.text).contains}%`}`),
    ];
  return [ofCustomers(organizationId, numbered('k.number', needle.text))];
};

/** Long enough and with figures in it: an id that a machine has made, or an IBAN. Words stand within a purpose. */
const ID = /^(?=.*\d)(\S{8,}|[A-Z]{2}\d{2}( ?[A-Z0-9]{1,4}){3,8})$/i;

const isId = ({ kind, text }: Needle): boolean => kind === 'TEXT' && ID.test(text);

const isUnmistakable = (needle: Needle): boolean => needle.kind !== 'TEXT' || isId(needle);

/** The payments that a text leads to as a whole; every branch goes over an index. */
export const exactPayments = (organization: string, needle: Needle): Prisma.Sql => {
  const organizationId = Prisma.sql`${organization}::uuid`;
  const cases =
    needle.kind === 'NUMBER'
      ? exactCases(organization, needle)
      : Prisma.join(referringCases(organizationId, needle.text), ' UNION ');
  const branches = [
    ...ofCases(organizationId),
    ...byForm(organizationId, needle),
    ...(isId(needle) ? byReference(organizationId, needle.text) : []),
  ];
  return Prisma.sql`WITH hit (case_id) AS MATERIALIZED (${cases}) ${Prisma.join(branches, ' UNION ')}`;
};

/** The newest hits are enough for any list that a person reads; ids grow with time. */
const MOST = 5_000;

const customersNamed = async (
  tx: TenantTransaction,
  organizationId: string,
  text: string,
): Promise<readonly string[]> => {
  const contains = containing(text);
  const customers = await tx.customer.findMany({
    where: { organizationId, OR: [{ displayName: contains }, { number: contains }] },
    select: { id: true },
    orderBy: { id: 'desc' },
    take: MOST,
  });
  return customers.map(({ id }) => id);
};

const containingText = async (
  tx: TenantTransaction,
  organizationId: string,
  needle: Needle,
): Promise<readonly Prisma.PaymentWhereInput[]> => {
  const { text } = needle;
  const contains = containing(text);
  const amount = needle.kind === 'TEXT' ? needle.amount : null;
  return [
    { reference: contains },
    { payer: contains },
    { customerId: { in: [...(await customersNamed(tx, organizationId, text))] } },
    // The numbers of cases have figures in them: a name need not be looked for among all of them.
    ...(/\d/.test(text) ? [{ paymentCase: { number: contains } }] : []),
    ...(amount ? [{ amountMinor: { in: [...amount.minors] } }] : []),
  ];
};

/**
 * Payments by amount, by a number or reference of their case, by an id of the bank or the provider, and by part of a purpose
 * or a name. What is unmistakable by its form is looked up over indexes. When that leads nowhere it is looked for within: a
 * payer may have named a number that is not the one of the case to which the money was given.
 */
export const searchedPayments = async (
  tx: TenantTransaction,
  organizationId: string,
  search: string,
): Promise<Prisma.PaymentWhereInput> => {
  const needle = readNeedle(search, await homeCurrency(tx, organizationId));
  const hits = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${exactPayments(organizationId, needle)}) hit (id) ORDER BY id DESC LIMIT ${MOST}`;
  const exact = { id: { in: hits.map(({ id }) => id) } };
  if (hits.length > 0 && isUnmistakable(needle)) return exact;
  return { OR: [exact, ...(await containingText(tx, organizationId, needle))] };
};
