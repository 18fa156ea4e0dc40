import { withTenant } from '@zahlwerk/db/tenant';
import {
  ORGANIZATION_DEFAULTS,
  type OrganizationData,
  organizationSchema,
} from '@zahlwerk/domain/organizations/organization.schema';
import type { Actor, Role } from '@zahlwerk/domain/workflow/actor';
import { createAuth } from '../auth/auth.ts';
import { DEMO_PERSONS, type DemoPerson } from '../auth/demo-persons.ts';
import { ensureDemoUsers } from '../auth/demo-users.ts';
import { requestHash } from '../graphql/idempotency.ts';
import { createOrganization } from '../organizations/create-organization.ts';
import { writeOrganization } from '../organizations/write-organization.ts';
import type { Ports } from '../ports.ts';

/** A joiner's workshop: furniture and work at 19 %, firewood from its offcuts and books at 7 %. */
const BUSINESS: OrganizationData = organizationSchema.parse({
  ...ORGANIZATION_DEFAULTS,
  name: 'Sommer Möbel',
  legalName: 'Sommer Möbelwerkstatt e. K.',
  street: 'Tischlergasse 7',
  postalCode: '50678',
  city: 'Köln',
  email: 'werkstatt@sommer-moebel.example',
  phone: '+49 221 4710 100',
  website: 'https://sommer-moebel.example',
  taxNumber: '214/5822/1234',
  vatId: 'DE136695976',
  representedBy: 'Hanna Sommer',
  accountHolder: 'Sommer Moebelwerkstatt',
  iban: 'DE02120300000000202051',
  bankName: 'Beispielbank',
  accountsEmail: 'buchhaltung@sommer-moebel.example',
});

export interface Business {
  readonly organizationId: string;
  readonly members: Readonly<Record<Role, Actor>>;
  /** When it was founded, on its own clock. */
  readonly foundedAt: Date;
}

/** Every step has its own key, so that a seed that was interrupted finds what it has made. */
export const keyOf = (name: string) => ({ key: `demo:${name}`, requestHash: requestHash({ name }) });

const person = (role: Role): DemoPerson => {
  const found = DEMO_PERSONS.find((one) => one.role === role);
  if (!found) throw new Error(`The demo has no ${role}.`);
  return found;
};

/**
 * Founds the demo's business at a moment in the past, with the four people that can be signed in by one click. Called
 * again it finds what is there, founding moment included.
 */
export const foundBusiness = async (ports: Ports, openedAt: Date): Promise<Business> => {
  const { db, systemDb, publicUrl, links, jobs, log } = ports;
  // The persons of the demo may always be made, whoever else may sign up.
  const env = { ...ports.env, allowSignUp: true };
  const auth = createAuth({ env, publicUrl, db, systemDb, hashOf: links.hashOf, jobs, log });
  const userIds = await ensureDemoUsers(auth);
  const { organizationId, memberId } = await createOrganization(ports, {
    data: BUSINESS,
    owner: { ...person('OWNER'), userId: userIds.OWNER },
    idempotency: keyOf('business'),
    clockOffsetSeconds: Math.ceil((openedAt.getTime() - Date.now()) / 1000),
  });
  const owner: Actor = { kind: 'MEMBER', id: memberId };
  const join = (role: Role) => joinBusiness(ports, organizationId, role, userIds[role]);
  const members = {
    OWNER: owner,
    TEAM_LEAD: await join('TEAM_LEAD'),
    CLERK: await join('CLERK'),
    ADVISER: await join('ADVISER'),
  };
  const { createdAt } = await withTenant(db, organizationId, (tx) =>
    tx.organization.findUniqueOrThrow({ where: { id: organizationId } }),
  );
  return { organizationId, members, foundedAt: createdAt };
};

const joinBusiness = async (
  ports: Ports,
  organizationId: string,
  role: Role,
  userId: string,
): Promise<Actor> => {
  const { name, email } = person(role);
  const known = await withTenant(ports.db, organizationId, (tx) =>
    tx.member.findUnique({ where: { organizationId_userId: { organizationId, userId } } }),
  );
  const member: Actor = { kind: 'MEMBER', id: known?.id ?? ports.newId() };
  const asking = { organizationId, actor: member, idempotency: keyOf(`member:${role}`) };
  const writing = { ...asking, operation: 'acceptInvitation' };
  if (known) return member;
  await writeOrganization({ ports, reads: { end: async () => {} } }, writing, async ({ tx, now }) => {
    await tx.member.create({
      data: {
        organizationId,
        id: member.id,
        userId,
        role,
        state: 'ACTIVE',
        displayName: name,
        email,
        joinedAt: now,
      },
    });
    return {
      outcomeId: member.id,
      events: [{ stream: 'member', streamId: member.id, type: 'member.joined', data: { role } }],
    };
  });
  return member;
};
