import type { Database } from '@zahlwerk/db/client';
import { Hono } from 'hono';
import type { Authenticate } from '../auth/authenticate.ts';
import { archiveInvoices, type Period } from '../invoices/invoice-archive.ts';
import { identityOfLink } from './identity.ts';
import { periodSchema } from './period.ts';
import { refuse, type Shell } from './shell.ts';
import { ZIP_HEADERS, zipStream } from './zip-stream.ts';

export interface InvoiceArchiveSettings {
  readonly db: Database;
  readonly authenticate: Authenticate;
}

/**
 * GET /api/invoices.zip?from=…&until=…: PDF and XML of every document that was issued on these days, with an index.
 */
export const invoiceArchiveRoute = ({ db, authenticate }: InvoiceArchiveSettings): Hono<Shell> =>
  new Hono<Shell>().get('/', async (c) => {
    const identity = await identityOfLink(authenticate, c);
    if (!identity?.organizationId) return refuse(c, 401, 'UNAUTHENTICATED', 'Sign in to read invoices.');
    const { organizationId, permissions } = identity;
    if (!permissions.has('invoice:read') || !permissions.has('document:read'))
      return refuse(c, 403, 'FORBIDDEN', 'You need the scopes invoice:read and document:read.');
    const asked = periodSchema.safeParse({ from: c.req.query('from'), until: c.req.query('until') });
    if (!asked.success)
      return refuse(
        c,
        400,
        'PERIOD_MALFORMED',
        'Name the days as from=2026-01-01&until=2026-12-31, at most a year.',
      );
    return c.body(zipStream(archiveInvoices(db, organizationId, asked.data)), 200, {
      ...ZIP_HEADERS,
      'content-disposition': `attachment; filename="${archiveName(asked.data)}"`,
    });
  });

const archiveName = ({ from, until }: Period): string => `invoices-${from}-${until}.zip`;
