import type { Database } from '@zahlwerk/db/client';
import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { renderDraftPdf } from '@zahlwerk/documents/invoice.pdf';
import { draftDocument } from '@zahlwerk/domain/workflow/case-document';
import { Hono } from 'hono';
import type { Authenticate } from '../auth/authenticate.ts';
import { isUuid, splitId } from '../graphql/ids.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { identityOfLink } from './identity.ts';
import { refuse, type Shell } from './shell.ts';

export interface InvoiceDraftSettings {
  readonly db: Database;
  readonly authenticate: Authenticate;
}

const SCOPES = ['case:read', 'customer:read', 'invoice:read'] as const;

/**
 * GET /api/cases/<id>/draft.pdf: the invoice or statement of a case as it would be issued today. No number is taken and
 * nothing is stored: a draft is no document of the business.
 */
export const invoiceDraftRoute = ({ db, authenticate }: InvoiceDraftSettings): Hono<Shell> =>
  new Hono<Shell>().get('/:id/draft.pdf', async (c) => {
    const identity = await identityOfLink(authenticate, c);
    if (!identity?.organizationId) return refuse(c, 401, 'UNAUTHENTICATED', 'Sign in to read cases.');
    const { organizationId, permissions } = identity;
    const missing = SCOPES.filter((scope) => !permissions.has(scope));
    if (missing.length > 0) return refuse(c, 403, 'FORBIDDEN', `You need the scopes ${missing.join(', ')}.`);
    const { typename, id } = splitId(c.req.param('id'));
    const found = typename === 'PaymentCase' && isUuid(id) ? await read(db, organizationId, id) : null;
    if (!found) return refuse(c, 404, 'NOT_FOUND', 'There is no such case.');
    const draft = draftDocument(found.state, found.today);
    if (!draft) return refuse(c, 409, 'NOTHING_TO_ISSUE', 'There is no document of this case to be issued.');
    if (!draft.ok)
      return refuse(c, 409, 'INVOICE_INCOMPLETE', `For the invoice is missing: ${draft.reasons.join(', ')}.`);
    return c.body(new Uint8Array(await renderDraftPdf(draft.snapshot)), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="draft-${found.state.number}.pdf"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

const read = (db: Database, organizationId: string, id: string) =>
  withTenant(db, organizationId, async (tx) => {
    const state = (await loadCases(tx, organizationId, [id])).get(id);
    if (!state) return null;
    const { today } = await businessTime(tx, organizationId);
    return { state, today };
  });
