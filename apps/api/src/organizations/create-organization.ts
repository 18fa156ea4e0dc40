import { createHash } from 'node:crypto';
import { appendEvents } from '@zahlwerk/db/events';
import { businessTime, nightAfter } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { ACCOUNTS } from '@zahlwerk/domain/ledger/accounts';
import type { ChartOfAccounts } from '@zahlwerk/domain/ledger/chart';
import type { OrganizationData } from '@zahlwerk/domain/organizations/organization.schema';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import { DEFAULT_DEFINITION } from '@zahlwerk/domain/workflow/definition';
import { findReplay, type Keyed, storeOutcome } from '../graphql/idempotency.ts';
import type { Ports } from '../ports.ts';

export interface NewOrganization {
  readonly data: OrganizationData;
  /** By which its accounts are numbered; SKR03 unless said. */
  readonly chart?: ChartOfAccounts;
  readonly owner: { readonly userId: string; readonly name: string; readonly email: string };
  readonly idempotency: NonNullable<Keyed['idempotency']>;
  /** How far its clock is ahead of real time, in whole seconds; negative where a demo starts in the past. */
  readonly clockOffsetSeconds?: number;
}

export interface CreatedOrganization {
  readonly organizationId: string;
  readonly memberId: string;
  readonly replayed: boolean;
}

/** The same person with the same key always means the same business, so two calls at once cannot make two. */
const derivedId = (...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
};

/** Everything a business needs before its first case: the accounts to post to and a first version of its workflow. */
const furnish = async (
  tx: TenantTransaction,
  { newId }: Ports,
  organizationId: string,
  memberId: string,
  now: Date,
  chart: ChartOfAccounts,
): Promise<string> => {
  await tx.ledgerAccount.createMany({
    data: Object.entries(ACCOUNTS).map(([key, { number, skr04, type, de, en }]) => ({
      organizationId,
      id: newId(),
      key,
      number: chart === 'SKR03' ? number : skr04,
      type,
      nameDe: de,
      nameEn: en,
    })),
  });
  const by = { createdByKind: 'MEMBER', createdById: memberId } as const;
  const { id } = await tx.workflowVersion.create({
    data: {
      organizationId,
      id: newId(),
      number: 1,
      state: 'ACTIVE',
      definition: structuredClone(DEFAULT_DEFINITION) as object,
      ...by,
      createdAt: now,
      activatedByKind: 'MEMBER',
      activatedById: memberId,
      activatedAt: now,
    },
  });
  return id;
};

/**
 * Founds a business: its row, its first owner, its chart of accounts, its workflow. The writer of an organization
 * that does not exist yet, so there is nothing to lock.
 */
export const createOrganization = async (
  ports: Ports,
  { data, chart = 'SKR03', owner, idempotency, clockOffsetSeconds = 0 }: NewOrganization,
): Promise<CreatedOrganization> => {
  const organizationId = derivedId('organization', owner.userId, idempotency.key);
  const memberId = derivedId('member', owner.userId, idempotency.key);
  const actor: Actor = { kind: 'MEMBER', id: memberId };
  const keyed: Keyed = { organizationId, actor, idempotency };
  const operation = 'createOrganization';
  const replayed = await withTenant(ports.db, organizationId, async (tx) => {
    const at = new Date(Date.now() + clockOffsetSeconds * 1000);
    const { count } = await tx.organization.createMany({
      data: [
        {
          id: organizationId,
          mode: ports.env.mode === 'demo' ? 'DEMO' : 'PRODUCTION',
          ...data,
          clockOffsetSeconds,
          chartOfAccounts: chart,
          createdAt: at,
          updatedAt: at,
        },
      ],
      skipDuplicates: true,
    });
    // The first one to get here creates; whoever comes second has waited for it and finds its record.
    if (await findReplay(tx, keyed, operation)) return true;
    if (count === 0) return true;
    const { now, today } = await businessTime(tx, organizationId);
    const booksCheckAt = await nightAfter(tx, organizationId, today);
    await tx.organization.update({ where: { id: organizationId }, data: { booksCheckAt } });
    await tx.member.create({
      data: {
        organizationId,
        id: memberId,
        userId: owner.userId,
        role: 'OWNER',
        state: 'ACTIVE',
        displayName: owner.name,
        email: owner.email,
        joinedAt: now,
      },
    });
    const versionId = await furnish(tx, ports, organizationId, memberId, now, chart);
    await storeOutcome(tx, keyed, operation, organizationId);
    const common = { at: now, actor };
    await appendEvents(tx, organizationId, [
      { ...common, stream: 'organization', streamId: organizationId, type: 'organization.created' },
      { ...common, stream: 'member', streamId: memberId, type: 'member.joined', data: { role: 'OWNER' } },
      { ...common, stream: 'workflow', streamId: versionId, type: 'workflow.activated', data: { number: 1 } },
    ]);
    return false;
  });
  return { organizationId, memberId, replayed };
};
