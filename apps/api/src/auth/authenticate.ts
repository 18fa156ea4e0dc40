import type { Database } from '@zahlwerk/db/client';
import { askSystem, findApiKey, membershipsOf } from '@zahlwerk/db/system';
import { withTenant } from '@zahlwerk/db/tenant';
import { GraphQLError } from 'graphql';
import { unauthenticated } from '../graphql/auth-scopes.ts';
import type { Identity, Membership } from '../graphql/context.ts';
import { splitId } from '../graphql/ids.ts';
import { permissionsOfKey, permissionsOfRole } from '../graphql/permissions.ts';
import { hashKey, keyIn } from './api-key.ts';
import type { Auth } from './auth.ts';

/** Who a request comes from. Throws UNAUTHENTICATED for a bad key, FORBIDDEN for a business that is not the user's. */
export type Authenticate = (headers: Headers) => Promise<Identity>;

export interface AuthenticateSettings {
  readonly auth: Auth;
  readonly db: Database;
  readonly systemDb: Database;
}

const ANONYMOUS: Identity = {
  caller: { kind: 'ANONYMOUS' },
  actor: null,
  organizationId: null,
  permissions: new Set(),
};

/** How often at most a key's last use is written down. */
const LAST_USED_MS = 60_000;

const byKey = async ({ db, systemDb }: AuthenticateSettings, authorization: string): Promise<Identity> => {
  const secret = keyIn(authorization);
  const key = secret && (await askSystem(systemDb, (tx) => findApiKey(tx, hashKey(secret))));
  if (!key) throw unauthenticated();
  const { organizationId, id: keyId, integrationId, scopes } = key;
  const now = new Date();
  await withTenant(db, organizationId, (tx) =>
    tx.apiKey.updateMany({
      where: {
        organizationId,
        id: keyId,
        OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: new Date(now.getTime() - LAST_USED_MS) } }],
      },
      data: { lastUsedAt: now },
    }),
  );
  return {
    caller: { kind: 'KEY', keyId, integrationId, organizationId, scopes },
    actor: { kind: 'INTEGRATION', id: integrationId },
    organizationId,
    permissions: permissionsOfKey(scopes),
  };
};

const notAMember = (): GraphQLError =>
  new GraphQLError('You are not a member of this organization.', {
    extensions: { code: 'FORBIDDEN', requiredScope: 'member', http: { status: 403 } },
  });

/** The business that is named, else the one this session has worked in last, else the first one. */
const chooseMembership = (
  memberships: readonly Membership[],
  named: string | null,
  last: string | null,
): Membership | null => {
  if (named) {
    const { typename, id } = splitId(named);
    const found = memberships.find(
      ({ organizationId }) => typename === 'Organization' && organizationId === id,
    );
    if (!found) throw notAMember();
    return found;
  }
  return memberships.find(({ organizationId }) => organizationId === last) ?? memberships[0] ?? null;
};

const bySession = async ({ auth, systemDb }: AuthenticateSettings, headers: Headers): Promise<Identity> => {
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  if (!found) return ANONYMOUS;
  const { user, session } = found;
  const memberships = await askSystem(systemDb, (tx) => membershipsOf(tx, user.id));
  const last = session.lastOrganizationId ?? null;
  const member = chooseMembership(memberships, headers.get('x-organization'), last);
  if (member && member.organizationId !== last)
    await systemDb.prisma.session.updateMany({
      where: { id: session.id },
      data: { lastOrganizationId: member.organizationId },
    });
  return {
    caller: {
      kind: 'USER',
      userId: user.id,
      sessionId: session.id,
      name: user.name,
      email: user.email,
      emailVerified: user.emailVerified,
      memberships,
      member,
    },
    actor: member && { kind: 'MEMBER', id: member.memberId },
    organizationId: member?.organizationId ?? null,
    permissions: member ? permissionsOfRole(member.role) : new Set(),
  };
};

/** A key wins over a cookie: what a partner's program sends never acts as a person. */
export const createAuthenticate =
  (settings: AuthenticateSettings): Authenticate =>
  (headers) => {
    const authorization = headers.get('authorization');
    return authorization ? byKey(settings, authorization) : bySession(settings, headers);
  };
