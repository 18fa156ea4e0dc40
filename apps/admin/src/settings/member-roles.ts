import type { Role } from '#gql/graphql';

export const ROLES = ['OWNER', 'TEAM_LEAD', 'CLERK', 'ADVISER'] as const satisfies readonly Role[];

export const roleOf = (text: string | null): Role => ROLES.find((role) => role === text) ?? 'CLERK';
