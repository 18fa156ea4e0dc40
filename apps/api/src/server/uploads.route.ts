import { createHash } from 'node:crypto';
import type { Database } from '@zahlwerk/db/client';
import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Authenticate } from '../auth/authenticate.ts';
import { encodeId } from '../graphql/ids.ts';
import type { Permission } from '../graphql/permissions.ts';
import { identityOf } from './identity.ts';
import { originGuard } from './origin-guard.ts';
import { refuse, type Shell } from './shell.ts';
import { fileName, mediaTypeOf, statementTypeOf } from './stored-file.ts';

const MEGABYTE = 1024 * 1024;

/** What is taken at one address, from whom, and up to which size. */
interface UploadKind {
  readonly permission: Permission;
  readonly megabytes: number;
  readonly mediaTypeOf: (name: string, bytes: Uint8Array) => string | null;
  readonly types: string;
}

/** Files that people put to cases. */
export const ATTACHMENTS: UploadKind = {
  permission: 'attachment:write',
  megabytes: 10,
  mediaTypeOf,
  types: 'PDF, PNG, JPEG, TXT or CSV, and the content must be that.',
};

/** What banks deliver; whether it can be read, the import says. */
export const BANK_STATEMENTS: UploadKind = {
  permission: 'bank:import',
  megabytes: 20,
  mediaTypeOf: statementTypeOf,
  types: 'XML, ZIP or CSV, and the content must be that.',
};

export interface UploadSettings {
  readonly db: Database;
  readonly authenticate: Authenticate;
  readonly newId: () => string;
  readonly origins: ReadonlySet<string>;
}

interface Upload {
  readonly organizationId: string;
  readonly actor: Actor;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Stores the bytes once per organization, whatever they are called, and returns the document's id. */
const store = (
  db: Database,
  id: string,
  { organizationId, actor, name, mediaType, bytes }: Upload,
): Promise<string> =>
  withTenant(db, organizationId, async (tx) => {
    const sha256 = new Uint8Array(createHash('sha256').update(bytes).digest());
    const { now } = await businessTime(tx, organizationId);
    await tx.document.createMany({
      data: [
        {
          organizationId,
          id,
          sha256,
          mediaType,
          name,
          size: bytes.length,
          bytes,
          createdByKind: actor.kind,
          createdById: actor.id,
          createdAt: now,
        },
      ],
      skipDuplicates: true,
    });
    const stored = await tx.document.findUniqueOrThrow({
      where: { organizationId_sha256: { organizationId, sha256 } },
      select: { id: true },
    });
    return stored.id;
  });

/** POST with one multipart field `file`: keeps it and returns the id that the mutations want. */
export const uploadRoute = (
  { db, authenticate, newId, origins }: UploadSettings,
  { permission, megabytes, mediaTypeOf: typeOf, types }: UploadKind,
): Hono<Shell> => {
  const most = megabytes * MEGABYTE;
  const tooLarge = `A file may have at most ${megabytes} MB.`;
  return new Hono<Shell>().post(
    '/',
    originGuard(origins),
    bodyLimit({ maxSize: most + 10_000, onError: (c) => refuse(c, 413, 'FILE_TOO_LARGE', tooLarge) }),
    async (c) => {
      if (!c.req.header('content-type')?.startsWith('multipart/form-data'))
        return refuse(c, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send multipart/form-data with one field "file".');
      const identity = await identityOf(authenticate, c);
      const { organizationId = null, actor = null } = identity ?? {};
      if (!identity || !organizationId || !actor)
        return refuse(c, 401, 'UNAUTHENTICATED', 'Sign in to add files.');
      if (!identity.permissions.has(permission))
        return refuse(c, 403, 'FORBIDDEN', `You need the scope ${permission}.`);
      const { file } = await c.req.parseBody().catch((): Record<string, string | File> => ({}));
      if (!(file instanceof File)) return refuse(c, 400, 'FILE_MISSING', 'Send one field "file".');
      if (file.size > most) return refuse(c, 413, 'FILE_TOO_LARGE', tooLarge);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const name = fileName(file.name);
      const mediaType = typeOf(name, bytes);
      if (!mediaType || bytes.length === 0) return refuse(c, 415, 'FILE_TYPE_NOT_ALLOWED', types);
      const id = await store(db, newId(), { organizationId, actor, name, mediaType, bytes });
      return c.json({ documentId: encodeId('Document', id), name, mediaType, size: bytes.length }, 201);
    },
  );
};
