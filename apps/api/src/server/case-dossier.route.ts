import type { Database } from '@zahlwerk/db/client';
import { withTenant } from '@zahlwerk/db/tenant';
import { Hono } from 'hono';
import type { Authenticate } from '../auth/authenticate.ts';
import { isUuid, splitId } from '../graphql/ids.ts';
import { zipDossier } from '../workflow/dossier/case-dossier.ts';
import { loadDossier } from '../workflow/dossier/dossier-facts.ts';
import { identityOfLink } from './identity.ts';
import { refuse, type Shell } from './shell.ts';
import { ZIP_HEADERS, zipStream } from './zip-stream.ts';

export interface CaseDossierSettings {
  readonly db: Database;
  readonly authenticate: Authenticate;
}

/** It holds what a case's page shows, its ledger and its papers. */
const SCOPES = ['case:read', 'customer:read', 'ledger:read', 'document:read'] as const;

/**
 * GET /api/cases/<id>/dossier.zip: everything about one case with an index of hashes, for an auditor, a court or the customer’s
 * bank. As with the archive of invoices, `organization` names the business.
 */
export const caseDossierRoute = ({ db, authenticate }: CaseDossierSettings): Hono<Shell> =>
  new Hono<Shell>().get('/:id/dossier.zip', async (c) => {
    const identity = await identityOfLink(authenticate, c);
    if (!identity?.organizationId) return refuse(c, 401, 'UNAUTHENTICATED', 'Sign in to read cases.');
    const { organizationId, permissions } = identity;
    const missing = SCOPES.filter((scope) => !permissions.has(scope));
    if (missing.length > 0) return refuse(c, 403, 'FORBIDDEN', `You need the scopes ${missing.join(', ')}.`);
    const { typename, id } = splitId(c.req.param('id'));
    const dossier =
      typename === 'PaymentCase' && isUuid(id)
        ? await withTenant(db, organizationId, (tx) => loadDossier(tx, organizationId, id), {
            snapshot: true,
          })
        : null;
    if (!dossier) return refuse(c, 404, 'NOT_FOUND', 'There is no such case.');
    return c.body(zipStream(zipDossier(db, organizationId, dossier)), 200, {
      ...ZIP_HEADERS,
      'content-disposition': `attachment; filename="${dossier.number}.zip"`,
    });
  });
