import type { Member } from '@zahlwerk/db/generated/client';
import type { Role } from '@zahlwerk/domain/workflow/actor';
import { NotAllowed, NotFound, VersionConflict } from '../graphql/errors.ts';
import type { OrganizationEnv } from './write-organization.ts';

/** The active member with this id, at the version the caller has seen. */
export const memberAt = async (
  { tx, organization }: OrganizationEnv,
  id: string,
  expectedVersion: number,
): Promise<Member> => {
  const member = await tx.member.findUnique({
    where: { organizationId_id: { organizationId: organization.id, id } },
  });
  if (member?.state !== 'ACTIVE') throw new NotFound('Member', ['input', 'memberId']);
  if (member.version !== expectedVersion) throw new VersionConflict(member.version);
  return member;
};

/** A business is never left without an owner. Safe, because the organization's row is locked. */
export const keepAnOwner = async (
  { tx, organization }: OrganizationEnv,
  member: Member,
  next: Role | null,
): Promise<void> => {
  if (member.role !== 'OWNER' || next === 'OWNER') return;
  const owners = await tx.member.count({
    where: { organizationId: organization.id, state: 'ACTIVE', role: 'OWNER' },
  });
  if (owners === 1) throw new NotAllowed('LAST_OWNER', ['input', 'memberId']);
};
