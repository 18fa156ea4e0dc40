import { randomBytes, randomUUID } from 'node:crypto';
import { dayToDate } from '../src/calendar-day.ts';
import type { TenantTransaction } from '../src/tenant.ts';
import { withTenant } from '../src/tenant.ts';
import type { TestDatabase } from '../src/test-database.ts';

export const NOW = new Date('2026-11-23T10:00:00.000Z');
const SYSTEM = { createdByKind: 'SYSTEM', createdById: null } as const;

export interface Business {
  readonly organizationId: string;
  readonly ownerId: string;
  readonly leadId: string;
  readonly workflowVersionId: string;
  readonly providerAccountId: string;
  readonly customerId: string;
  readonly bankId: string;
  readonly creditId: string;
}

/** A business with two members, one customer, a provider account and two ledger accounts. */
export const createBusiness = async (database: TestDatabase, name = 'Malerei Blau'): Promise<Business> => {
  const business = {
    organizationId: randomUUID(),
    ownerId: randomUUID(),
    leadId: randomUUID(),
    workflowVersionId: randomUUID(),
    providerAccountId: randomUUID(),
    customerId: randomUUID(),
    bankId: randomUUID(),
    creditId: randomUUID(),
  };
  const users = [randomUUID(), randomUUID()];
  await database.system.prisma.user.createMany({
    data: users.map((id) => ({ id, name, email: `${id}@example.org` })),
  });
  await withTenant(database.app, business.organizationId, (tx) => insertBusiness(tx, business, users, name));
  return business;
};

const insertBusiness = async (tx: TenantTransaction, business: Business, users: string[], name: string) => {
  const { organizationId } = business;
  await tx.organization.create({
    data: {
      id: organizationId,
      mode: 'DEMO',
      name,
      legalName: name,
      country: 'DE',
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      locale: 'de',
      createdAt: NOW,
      updatedAt: NOW,
    },
  });
  await tx.member.createMany({
    data: [business.ownerId, business.leadId].map((id, index) => ({
      organizationId,
      id,
      userId: users[index] ?? '',
      role: index === 0 ? ('OWNER' as const) : ('TEAM_LEAD' as const),
      state: 'ACTIVE' as const,
      displayName: `Person ${index}`,
      email: `${id}@example.org`,
      joinedAt: NOW,
    })),
  });
  await tx.workflowVersion.create({
    data: {
      organizationId,
      id: business.workflowVersionId,
      number: 1,
      state: 'ACTIVE',
      definition: { steps: 10 },
      createdAt: NOW,
      activatedAt: NOW,
      ...SYSTEM,
    },
  });
  await tx.providerAccount.create({
    data: {
      organizationId,
      id: business.providerAccountId,
      provider: 'STRIPE',
      externalId: `acct_${organizationId}`,
      liveMode: false,
      displayName: 'Sandbox',
      createdAt: NOW,
    },
  });
  await tx.customer.create({ data: customer(business, business.customerId) });
  await tx.ledgerAccount.createMany({
    data: [
      { id: business.bankId, key: 'BANK', number: '1200', type: 'ASSET' as const },
      { id: business.creditId, key: 'CUSTOMER_CREDIT', number: '1710', type: 'LIABILITY' as const },
    ].map((account) => ({ ...account, organizationId, nameDe: account.key, nameEn: account.key })),
  });
};

export const customer = (
  { organizationId }: Pick<Business, 'organizationId'>,
  id: string = randomUUID(),
) => ({
  organizationId,
  id,
  displayName: 'Erika Beispiel',
  state: 'DRAFT' as const,
  kind: 'PERSON' as const,
  language: 'de' as const,
  createdAt: NOW,
  updatedAt: NOW,
  ...SYSTEM,
});

export const paymentCase = (business: Business, id: string = randomUUID()) => ({
  organizationId: business.organizationId,
  id,
  number: `ZV-2026-${randomBytes(4).toString('hex')}`,
  state: 'OPEN' as const,
  customerId: business.customerId,
  workflowVersionId: business.workflowVersionId,
  channel: 'ONLINE' as const,
  currency: 'EUR',
  amountDueMinor: 10_000n,
  dueOn: dayToDate('2026-12-07'),
  invoicing: 'ISSUE' as const,
  initiatedByKind: 'SYSTEM' as const,
  createdAt: NOW,
  updatedAt: NOW,
});

export const attempt = (business: Business, caseId: string, id: string = randomUUID()) => ({
  organizationId: business.organizationId,
  id,
  caseId,
  providerAccountId: business.providerAccountId,
  methodType: 'CARD' as const,
  currency: 'EUR',
  amountMinor: 10_000n,
  capture: 'AUTOMATIC' as const,
  state: 'CREATED' as const,
  providerKey: id,
  parameters: {},
  createdAt: NOW,
  updatedAt: NOW,
  ...SYSTEM,
});

/** The decision to collect so much of what an attempt has reserved; nobody has sent it yet. */
export const capture = (
  business: Business,
  { caseId, id: attemptId }: Pick<ReturnType<typeof attempt>, 'caseId' | 'id'>,
  amountMinor: bigint,
) => {
  const id = randomUUID();
  return {
    organizationId: business.organizationId,
    id,
    caseId,
    attemptId,
    currency: 'EUR',
    amountMinor,
    state: 'RECORDED' as const,
    providerKey: id,
    requestedByKind: 'SYSTEM' as const,
    requestedAt: NOW,
    checkAt: NOW,
  };
};

export const payment = (business: Business, caseId: string | null, id: string = randomUUID()) => ({
  organizationId: business.organizationId,
  id,
  caseId,
  customerId: business.customerId,
  source: 'BANK' as const,
  sourceRef: id,
  currency: 'EUR',
  amountMinor: 10_000n,
  valueOn: dayToDate('2026-11-23'),
  evidence: 'statement',
  bookedAt: NOW,
});

export const allocation = (business: Business, paymentId: string, caseId: string, amountMinor: bigint) => ({
  organizationId: business.organizationId,
  id: randomUUID(),
  paymentId,
  caseId,
  currency: 'EUR',
  amountMinor,
  createdAt: NOW,
  ...SYSTEM,
});

export const refund = (business: Business, paymentId: string, amountMinor: bigint) => {
  const id = randomUUID();
  return {
    organizationId: business.organizationId,
    id,
    paymentId,
    currency: 'EUR',
    amountMinor,
    effect: 'FROM_CREDIT' as const,
    reason: 'Returned goods',
    state: 'REQUESTED' as const,
    providerKey: id,
    requestedByKind: 'SYSTEM' as const,
    requestedAt: NOW,
  };
};

/** A card payment of which a bank disputes so much, before any money has moved. */
export const dispute = (business: Business, paymentId: string, amountMinor: bigint) => {
  const id = randomUUID();
  return {
    organizationId: business.organizationId,
    id,
    paymentId,
    kind: 'CARD' as const,
    currency: 'EUR',
    amountMinor,
    reason: 'fraudulent',
    state: 'OPEN' as const,
    providerRef: `du_${id}`,
    openedAt: NOW,
    checkAt: NOW,
  };
};

export const invoice = (
  business: Business,
  caseId: string,
  number: string | null = `RE-2026-${randomUUID()}`,
) => ({
  organizationId: business.organizationId,
  id: randomUUID(),
  caseId,
  customerId: business.customerId,
  kind: 'INVOICE' as const,
  series: 'invoice:2026',
  currency: 'EUR',
  netMinor: 8_403n,
  vatMinor: 1_597n,
  grossMinor: 10_000n,
  createdAt: NOW,
  ...(number
    ? { state: 'ISSUED' as const, number, snapshot: {}, issuedOn: dayToDate('2026-11-23'), issuedAt: NOW }
    : { state: 'DRAFT' as const }),
  ...SYSTEM,
});

export const approval = (business: Business, subjectId: string) => ({
  organizationId: business.organizationId,
  id: randomUUID(),
  kind: 'WRITE_OFF' as const,
  subjectId,
  reason: 'Too small to chase',
  state: 'OPEN' as const,
  askedById: business.ownerId,
  askedAt: NOW,
});

/** An entry with one line per amount, alternating between the two accounts of the business. */
export const postEntry = async (
  tx: TenantTransaction,
  business: Business,
  amounts: readonly bigint[],
  options: { readonly reversesId?: string; readonly createdXid?: bigint } = {},
): Promise<string> => {
  const { organizationId } = business;
  const id = randomUUID();
  await tx.journalEntry.create({
    data: {
      organizationId,
      id,
      source: `test:${id}`,
      purpose: 'PAYMENT',
      postedOn: dayToDate('2026-11-23'),
      reversesId: options.reversesId ?? null,
      createdAt: NOW,
      ...(options.createdXid ? { createdXid: options.createdXid } : {}),
      ...SYSTEM,
    },
  });
  await tx.journalLine.createMany({
    data: amounts.map((amountMinor, position) => journalLine(business, id, amountMinor, position)),
  });
  return id;
};

export const journalLine = (
  business: Business,
  entryId: string,
  amountMinor: bigint,
  position: number,
  currency = 'EUR',
) => ({
  organizationId: business.organizationId,
  id: randomUUID(),
  entryId,
  position,
  accountId: position % 2 === 0 ? business.bankId : business.creditId,
  currency,
  amountMinor,
});
