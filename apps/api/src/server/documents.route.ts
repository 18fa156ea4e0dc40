import type { Database } from '@zahlwerk/db/client';
import { askSystem, findAccessLink } from '@zahlwerk/db/system';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { Hono } from 'hono';
import type { Authenticate } from '../auth/authenticate.ts';
import type { LinkTokens } from '../auth/link-token.ts';
import type { Identity } from '../graphql/context.ts';
import { isUuid, splitId } from '../graphql/ids.ts';
import { permissionsOfRole } from '../graphql/permissions.ts';
import { identityOf } from './identity.ts';
import { refuse, type Shell, type ShellContext } from './shell.ts';
import { contentDisposition, isInline } from './stored-file.ts';

export interface DocumentsSettings {
  readonly db: Database;
  readonly systemDb: Database;
  readonly links: LinkTokens;
  readonly authenticate: Authenticate;
}

interface StoredFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const FILE = { name: true, mediaType: true, bytes: true } as const;

const find = (tx: TenantTransaction, organizationId: string, id: string): Promise<StoredFile | null> =>
  tx.document.findUnique({ where: { organizationId_id: { organizationId, id } }, select: FILE });

/** Organizations whose documents the caller may read: a key's own, or those of all of a user's memberships. */
const readable = ({ caller, organizationId, permissions }: Identity): readonly string[] => {
  if (caller.kind === 'KEY')
    return organizationId && permissions.has('document:read') ? [organizationId] : [];
  if (caller.kind === 'ANONYMOUS') return [];
  return caller.memberships
    .filter(({ role }) => permissionsOfRole(role).has('document:read'))
    .map((membership) => membership.organizationId);
};

const byIdentity = async (
  settings: DocumentsSettings,
  identity: Identity,
  id: string,
): Promise<StoredFile | null> => {
  for (const organizationId of readable(identity)) {
    const found = await withTenant(settings.db, organizationId, (tx) => find(tx, organizationId, id));
    if (found) return found;
  }
  return null;
};

/** What a customer gets with the pay link: the invoices and receipts of that case, nothing else. */
const byPayLink = async ({ db, systemDb, links }: DocumentsSettings, token: string, id: string) => {
  const link = await askSystem(systemDb, (tx) => findAccessLink(tx, links.hashOf(token)));
  if (link?.purpose !== 'PAY') return null;
  const { organizationId } = link;
  return withTenant(db, organizationId, async (tx) => {
    const row = await tx.accessLink.findUnique({
      where: { organizationId_id: { organizationId, id: link.id } },
      select: { caseId: true, revokedAt: true },
    });
    if (!row?.caseId || row.revokedAt) return null;
    const { caseId } = row;
    const where = { organizationId, caseId, documentId: id };
    const owned = (await tx.invoice.findFirst({ where })) ?? (await tx.receipt.findFirst({ where }));
    return owned ? find(tx, organizationId, id) : null;
  });
};

/** Only the browser's own PDF viewer needs to run something in an answer of this route. */
const send = (c: ShellContext, { name, mediaType, bytes }: StoredFile): Response =>
  c.body(bytes, 200, {
    'content-type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    'content-disposition': contentDisposition(name, mediaType),
    'content-security-policy':
      mediaType === 'application/pdf' ? "default-src 'none'; frame-ancestors 'self'" : 'sandbox',
    'x-frame-options': isInline(mediaType) ? 'SAMEORIGIN' : 'DENY',
    'cache-control': 'private, max-age=300',
    'x-content-type-options': 'nosniff',
  });

/** GET /documents/<id>: with a session, a key, or `?link=` with the token of a pay link. */
export const documentsRoute = (settings: DocumentsSettings): Hono<Shell> =>
  new Hono<Shell>().get('/:id', async (c) => {
    const { typename, id } = splitId(c.req.param('id'));
    if (typename !== 'Document' || !isUuid(id))
      return refuse(c, 404, 'NOT_FOUND', 'There is no such document.');
    const token = c.req.query('link');
    if (token) {
      const file = await byPayLink(settings, token, id);
      return file ? send(c, file) : refuse(c, 404, 'NOT_FOUND', 'There is no such document.');
    }
    const identity = await identityOf(settings.authenticate, c);
    if (!identity || identity.caller.kind === 'ANONYMOUS')
      return refuse(c, 401, 'UNAUTHENTICATED', 'Sign in to read documents.');
    const file = await byIdentity(settings, identity, id);
    return file ? send(c, file) : refuse(c, 404, 'NOT_FOUND', 'There is no such document.');
  });
