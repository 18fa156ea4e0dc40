import type { Role } from '@zahlwerk/domain/workflow/actor';

/**
 * Who may what, as `noun:verb`. `key` marks what a partner's key may be given; the rest is for members only,
 * because a key never closes, releases, approves, confirms, changes members or makes keys.
 */
const TABLE = {
  'organization:read': { roles: 'EVERYONE', key: true },
  'organization:write': { roles: 'OWNER', key: false },
  'member:read': { roles: 'EVERYONE', key: false },
  'member:write': { roles: 'OWNER', key: false },
  'integration:read': { roles: 'OWNER', key: false },
  'key:write': { roles: 'OWNER', key: false },
  'workflow:read': { roles: 'EVERYONE', key: true },
  'workflow:write': { roles: 'OWNER', key: false },
  'case:read': { roles: 'EVERYONE', key: true },
  'case:initiate': { roles: 'DESK', key: true },
  'case:cancel': { roles: 'DESK', key: true },
  'case:advance': { roles: 'DESK', key: false },
  'case:close': { roles: 'LEADS', key: false },
  'case:reject': { roles: 'LEADS', key: false },
  'customer:read': { roles: 'EVERYONE', key: true },
  'customer:check': { roles: 'DESK', key: true },
  'customer:save': { roles: 'DESK', key: true },
  'customer:confirm': { roles: 'DESK', key: false },
  'customer:merge': { roles: 'LEADS', key: false },
  'method:request': { roles: 'DESK', key: true },
  'method:review': { roles: 'DESK', key: false },
  'method:charge': { roles: 'DESK', key: false },
  'task:read': { roles: 'EVERYONE', key: true },
  'task:write': { roles: 'DESK', key: false },
  'payment:read': { roles: 'EVERYONE', key: true },
  'payment:start': { roles: 'DESK', key: true },
  'payment:confirm': { roles: 'DESK', key: false },
  'payment:reverse': { roles: 'DESK', key: false },
  'payment:record': { roles: 'DESK', key: false },
  'status:update': { roles: 'DESK', key: true },
  'receipt:register': { roles: 'DESK', key: false },
  'refund:request': { roles: 'DESK', key: false },
  'dispute:answer': { roles: 'DESK', key: false },
  'dispute:accept': { roles: 'LEADS', key: false },
  'approval:decide': { roles: 'LEADS', key: false },
  'reader:read': { roles: 'EVERYONE', key: true },
  'reader:write': { roles: 'OWNER', key: false },
  'link:read': { roles: 'EVERYONE', key: true },
  'link:write': { roles: 'OWNER', key: false },
  'invoice:read': { roles: 'EVERYONE', key: true },
  'ledger:read': { roles: 'EVERYONE', key: true },
  'ledger:write': { roles: 'OWNER', key: false },
  'ledger:check': { roles: 'OWNER', key: false },
  'bank:read': { roles: 'EVERYONE', key: true },
  'bank:import': { roles: 'DESK', key: false },
  'bank:assign': { roles: 'DESK', key: false },
  'payout:read': { roles: 'EVERYONE', key: true },
  'payout:release': { roles: 'LEADS', key: false },
  'event:read': { roles: 'EVERYONE', key: true },
  'message:read': { roles: 'EVERYONE', key: true },
  'document:read': { roles: 'EVERYONE', key: true },
  'attachment:write': { roles: 'DESK', key: true },
} as const satisfies Record<string, { roles: 'EVERYONE' | 'DESK' | 'LEADS' | 'OWNER'; key: boolean }>;

export type Permission = keyof typeof TABLE;

export const PERMISSIONS = Object.keys(TABLE) as readonly Permission[];

/** What a partner's key may be given. */
export const KEY_SCOPES = PERMISSIONS.filter((permission) => TABLE[permission].key);

const ROLES: Record<(typeof TABLE)[Permission]['roles'], readonly Role[]> = {
  EVERYONE: ['OWNER', 'TEAM_LEAD', 'CLERK', 'ADVISER'],
  DESK: ['OWNER', 'TEAM_LEAD', 'CLERK'],
  LEADS: ['OWNER', 'TEAM_LEAD'],
  OWNER: ['OWNER'],
};

const byRole = (role: Role): ReadonlySet<Permission> =>
  new Set(PERMISSIONS.filter((permission) => ROLES[TABLE[permission].roles].includes(role)));

const OF_ROLE: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  OWNER: byRole('OWNER'),
  TEAM_LEAD: byRole('TEAM_LEAD'),
  CLERK: byRole('CLERK'),
  ADVISER: byRole('ADVISER'),
};

export const permissionsOfRole = (role: Role): ReadonlySet<Permission> => OF_ROLE[role];

/** A key has what it was given, as far as keys may have it at all: a scope taken out of the table is void at once. */
export const permissionsOfKey = (scopes: readonly string[]): ReadonlySet<Permission> =>
  new Set(KEY_SCOPES.filter((scope) => scopes.includes(scope)));
