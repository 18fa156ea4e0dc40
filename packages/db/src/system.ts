import type {
  AccessLink,
  ApiKey,
  Locale,
  MemberRole,
  Organization,
  Prisma,
  PrismaClient,
  ProviderAccount,
} from '../generated/client.ts';
import type { Database } from './client.ts';
import { retryOnConflict } from './retry.ts';

declare const system: unique symbol;

/** A transaction before the organization is known. It sees a few columns of everybody, and no business data. */
export type SystemTransaction = Prisma.TransactionClient & { readonly [system]: true };

const requireSystemRole = ({ role }: Database): void => {
  if (role !== 'zahlwerk_system') throw new TypeError('The system works with its own connections.');
};

/** Runs `work` in one transaction of the system role; the database must have been opened with it. */
export const withSystem = <T>(
  database: Database,
  work: (tx: SystemTransaction) => Promise<T>,
): Promise<T> => {
  requireSystemRole(database);
  return retryOnConflict(() => database.prisma.$transaction((tx) => work(tx as SystemTransaction)));
};

/**
 * Asks or writes one thing as the system role. A single statement is a transaction by itself: saying so around it would
 * cost two more round trips.
 */
export const askSystem = <T>(
  database: Database,
  ask: (system: SystemTransaction) => Promise<T>,
): Promise<T> => {
  requireSystemRole(database);
  return retryOnConflict(() => ask(database.prisma as PrismaClient & SystemTransaction));
};

export interface Membership {
  readonly organizationId: string;
  readonly memberId: string;
  readonly role: MemberRole;
  readonly displayName: string;
  readonly email: string;
  readonly locale: Locale | null;
  readonly organization: Pick<Organization, 'name' | 'mode' | 'locale' | 'testTwinOfId'>;
}

/** The businesses that a signed-in user belongs to, by name. */
export const membershipsOf = async (tx: SystemTransaction, userId: string): Promise<Membership[]> => {
  const members = await tx.member.findMany({
    where: { userId, state: 'ACTIVE' },
    select: {
      organizationId: true,
      id: true,
      role: true,
      displayName: true,
      email: true,
      locale: true,
      organization: { select: { name: true, mode: true, locale: true, testTwinOfId: true } },
    },
  });
  return members
    .map(({ id, ...member }) => ({ ...member, memberId: id }))
    .sort((a, b) => a.organization.name.localeCompare(b.organization.name));
};

export type KnownApiKey = Pick<ApiKey, 'organizationId' | 'id' | 'integrationId' | 'scopes'>;

/** The partner key with this SHA-256, unless it was revoked, has expired (real time) or its integration is disabled. */
export const findApiKey = (
  tx: SystemTransaction,
  hash: Uint8Array<ArrayBuffer>,
): Promise<KnownApiKey | null> =>
  tx.apiKey.findFirst({
    where: {
      hash,
      revokedAt: null,
      OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }],
      integration: { disabledAt: null },
    },
    select: { organizationId: true, id: true, integrationId: true, scopes: true },
  });

/** Notes that a key was used, in real time. */
export const touchApiKey = async (tx: SystemTransaction, key: KnownApiKey): Promise<void> => {
  const { organizationId, id } = key;
  await tx.apiKey.updateMany({ where: { organizationId, id }, data: { lastUsedAt: new Date() } });
};

export type KnownLink = Pick<AccessLink, 'organizationId' | 'id' | 'purpose'>;

/** Whose link has this token hash. Whether it may still be used is decided inside the organization, on its time. */
export const findAccessLink = (
  tx: SystemTransaction,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<KnownLink | null> =>
  tx.accessLink.findUnique({
    where: { tokenHash },
    select: { organizationId: true, id: true, purpose: true },
  });

export type KnownProviderAccount = Pick<
  ProviderAccount,
  'organizationId' | 'id' | 'provider' | 'externalId' | 'liveMode' | 'webhookSecret' | 'disabledAt'
>;

/** Every connected account that the provider has an address of ours for. */
export const findSubscribedAccounts = (
  tx: SystemTransaction,
): Promise<Pick<ProviderAccount, 'organizationId' | 'id'>[]> =>
  tx.providerAccount.findMany({
    where: { webhookSecret: { not: null }, disabledAt: null },
    select: { organizationId: true, id: true },
  });

/** The accounts whose signing secrets a webhook at this address may be signed with: one by id, or all of an account. */
export const findProviderAccounts = (
  tx: SystemTransaction,
  where: { readonly id: string } | { readonly externalId: string },
): Promise<KnownProviderAccount[]> =>
  tx.providerAccount.findMany({
    where,
    select: {
      organizationId: true,
      id: true,
      provider: true,
      externalId: true,
      liveMode: true,
      webhookSecret: true,
      disabledAt: true,
    },
  });
