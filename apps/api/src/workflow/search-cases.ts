import { Prisma } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { containing, numbered } from '../graphql/like.ts';
import { homeCurrency } from '../organizations/home-currency.ts';
import { type Needle, readNeedle } from './search-needle.ts';

type ExactNeedle = Exclude<Needle, { readonly kind: 'TEXT' }>;

const byNumber = (organizationId: Prisma.Sql, text: string): readonly Prisma.Sql[] => [
  Prisma.sql`SELECT id FROM payment_case WHERE organization_id = ${organizationId} AND ${numbered('number', text)}`,
  Prisma.sql`SELECT case_id FROM invoice WHERE organization_id = ${organizationId} AND ${numbered('number', text)}`,
  Prisma.sql`SELECT case_id FROM receipt WHERE organization_id = ${organizationId} AND ${numbered('number', text)}`,
  Prisma.sql`SELECT c.id FROM customer k JOIN payment_case c ON c.organization_id = k.organization_id AND c.customer_id = k.id
    WHERE k.organization_id = ${organizationId} AND ${numbered('k.number', text)}`,
];

const byEmail = (organizationId: Prisma.Sql, text: string): readonly Prisma.Sql[] => [
  Prisma.sql`SELECT c.id FROM customer k JOIN payment_case c ON c.organization_id = k.organization_id AND c.customer_id = k.id
    WHERE k.organization_id = ${organizationId} AND k.email ILIKE ${`%${containing(text).contains}%`}`,
];

const byAmount = (
  organizationId: Prisma.Sql,
  { amount }: Extract<Needle, { readonly kind: 'AMOUNT' }>,
): readonly Prisma.Sql[] => [
  Prisma.sql`SELECT id FROM payment_case WHERE organization_id = ${organizationId}
    AND amount_due_minor = ANY(${[...amount.minors]}::bigint[])
    AND ${amount.currency ? Prisma.sql`currency = ${amount.currency}` : Prisma.sql`true`}`,
];

/** Whatever a text looks like, somebody may have given it to a case as a reference. */
export const byReference = (organizationId: Prisma.Sql, text: string): readonly Prisma.Sql[] =>
  ['reference', 'external_ref', 'external_invoice_number'].map(
    (column) => Prisma.sql`SELECT id FROM payment_case WHERE organization_id = ${organizationId}
      AND ${Prisma.raw(column)} = ANY(${[...new Set([text, text.toUpperCase()])]}::text[])`,
  );

/** The cases that an exact needle leads to; every branch goes over an index. */
export const exactHits = (organization: string, needle: ExactNeedle): Prisma.Sql => {
  const organizationId = Prisma.sql`${organization}::uuid`;
  const own = {
    NUMBER: () => byNumber(organizationId, needle.text),
    EMAIL: () => byEmail(organizationId, needle.text),
    AMOUNT: () => (needle.kind === 'AMOUNT' ? byAmount(organizationId, needle) : []),
  }[needle.kind]();
  return Prisma.join([...own, ...byReference(organizationId, needle.text)], ' UNION ');
};

/** The newest hits are enough for any list that a person reads; ids grow with time. */
const MOST = 5_000;

const containingText = ({ text, amount }: Extract<Needle, { readonly kind: 'TEXT' }>) => {
  const contains = containing(text);
  return {
    OR: [
      { number: contains },
      { reference: contains },
      { externalRef: contains },
      { externalInvoiceNumber: contains },
      { customer: { displayName: contains } },
      { customer: { number: contains } },
      { customer: { email: contains } },
      { invoices: { some: { number: contains } } },
      ...(amount ? [{ amountDueMinor: { in: [...amount.minors] } }] : []),
    ],
  } satisfies Prisma.PaymentCaseWhereInput;
};

/**
 * Cases by amount, case, invoice, receipt or customer number, e-mail address or reference, and by part of a name or
 * number. What is unmistakable by its form is looked up over indexes; a text is looked for within.
 */
export const searchedCases = async (
  tx: TenantTransaction,
  organizationId: string,
  search: string,
): Promise<Prisma.PaymentCaseWhereInput> => {
  const needle = readNeedle(search, await homeCurrency(tx, organizationId));
  if (needle.kind === 'TEXT') return containingText(needle);
  const hits = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${exactHits(organizationId, needle)}) hit ORDER BY id DESC LIMIT ${MOST}`;
  return { id: { in: hits.map(({ id }) => id) } };
};
