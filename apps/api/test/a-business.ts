import { withSystem } from '@zahlwerk/db/system';
import { withTenant } from '@zahlwerk/db/tenant';
import type { TestDatabase } from '@zahlwerk/db/test-database';
import { ACCOUNTS } from '@zahlwerk/domain/ledger/accounts';
import type { Actor, Role } from '@zahlwerk/domain/workflow/actor';
import { DEFAULT_DEFINITION, type WorkflowDefinition } from '@zahlwerk/domain/workflow/definition';
import { v7 as newId } from 'uuid';

export interface Business {
  readonly organizationId: string;
  readonly owner: Actor;
  readonly lead: Actor;
  readonly clerk: Actor;
  readonly adviser: Actor;
}

const ROLES: readonly Role[] = ['OWNER', 'TEAM_LEAD', 'CLERK', 'ADVISER'];

/** A small business with one member per role, a chart of accounts and the default workflow, written row by row. */
export const aBusiness = async (
  { app, system }: TestDatabase,
  deviation: { readonly definition?: WorkflowDefinition; readonly singleControl?: boolean } = {},
): Promise<Business> => {
  const organizationId = newId();
  const now = new Date();
  const users = ROLES.map((role) => ({ role, userId: newId(), memberId: newId() }));
  await withSystem(system, (tx) =>
    tx.user.createMany({
      data: users.map(({ role, userId }) => ({ id: userId, name: role, email: `${userId}@example.org` })),
    }),
  );
  await withTenant(app, organizationId, async (tx) => {
    await tx.organization.create({
      data: {
        id: organizationId,
        mode: 'DEMO',
        name: 'Werkstatt Nord',
        legalName: 'Werkstatt Nord GmbH',
        street: 'Hafenstraße 4',
        postalCode: '24103',
        city: 'Kiel',
        country: 'DE',
        taxNumber: '20/294/12345',
        accountHolder: 'Werkstatt Nord GmbH',
        iban: 'DE02120300000000202051',
        currency: 'EUR',
        timeZone: 'Europe/Berlin',
        locale: 'de',
        accountsEmail: 'buchhaltung@example.org',
        singleControl: deviation.singleControl ?? false,
        createdAt: now,
        updatedAt: now,
      },
    });
    await tx.member.createMany({
      data: users.map(({ role, userId, memberId }) => ({
        organizationId,
        id: memberId,
        userId,
        role,
        state: 'ACTIVE' as const,
        displayName: `${role} of Werkstatt Nord`,
        email: `${userId}@example.org`,
        joinedAt: now,
      })),
    });
    await tx.ledgerAccount.createMany({
      data: Object.entries(ACCOUNTS).map(([key, { number, type, de, en }]) => ({
        organizationId,
        id: newId(),
        key,
        number,
        type,
        nameDe: de,
        nameEn: en,
      })),
    });
    await tx.workflowVersion.create({
      data: {
        organizationId,
        id: newId(),
        number: 1,
        state: 'ACTIVE',
        definition: JSON.parse(JSON.stringify(deviation.definition ?? DEFAULT_DEFINITION)),
        createdByKind: 'SYSTEM',
        createdAt: now,
        activatedByKind: 'SYSTEM',
        activatedAt: now,
      },
    });
    await tx.providerAccount.create({
      data: {
        organizationId,
        id: newId(),
        provider: 'STRIPE',
        externalId: `acct_${organizationId.slice(-12)}`,
        liveMode: false,
        displayName: 'Stripe',
        createdAt: now,
      },
    });
  });
  const memberOf = (role: Role): Actor => ({
    kind: 'MEMBER',
    id: users.find((user) => user.role === role)?.memberId ?? '',
  });
  return {
    organizationId,
    owner: memberOf('OWNER'),
    lead: memberOf('TEAM_LEAD'),
    clerk: memberOf('CLERK'),
    adviser: memberOf('ADVISER'),
  };
};
