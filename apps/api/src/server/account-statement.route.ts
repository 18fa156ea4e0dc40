import type { Database } from '@zahlwerk/db/client';
import { withTenant } from '@zahlwerk/db/tenant';
import { renderAccountStatementPdf } from '@zahlwerk/documents/account-statement.pdf';
import { Hono } from 'hono';
import type { Authenticate } from '../auth/authenticate.ts';
import { statementLetter, statementName } from '../customers/statement-letter.ts';
import { readId } from '../graphql/ids.ts';
import { identityOfLink } from './identity.ts';
import { periodSchema } from './period.ts';
import { refuse, type Shell } from './shell.ts';

export interface AccountStatementSettings {
  readonly db: Database;
  readonly authenticate: Authenticate;
}

/** GET /api/account-statement.pdf?customer=…&from=…&until=…&language=…: a customer's account as a letter to the customer. */
export const accountStatementRoute = ({ db, authenticate }: AccountStatementSettings): Hono<Shell> =>
  new Hono<Shell>().get('/', async (c) => {
    const identity = await identityOfLink(authenticate, c);
    if (!identity?.organizationId) return refuse(c, 401, 'UNAUTHENTICATED', 'Sign in to read accounts.');
    const { organizationId, permissions } = identity;
    if (!permissions.has('customer:read') || !permissions.has('document:read'))
      return refuse(c, 403, 'FORBIDDEN', 'You need the scopes customer:read and document:read.');
    const period = periodSchema.safeParse({ from: c.req.query('from'), until: c.req.query('until') });
    if (!period.success)
      return refuse(
        c,
        400,
        'PERIOD_MALFORMED',
        'Name the days as from=2026-01-01&until=2026-12-31, at most a year.',
      );
    const customerId = readId('Customer', c.req.query('customer') ?? '');
    const found = customerId
      ? await withTenant(db, organizationId, (tx) =>
          statementLetter(tx, { organizationId, customerId }, period.data),
        )
      : null;
    if (!found) return refuse(c, 404, 'NOT_FOUND', 'There is no such customer.');
    const asked = c.req.query('language');
    const locale = asked === 'de' || asked === 'en' ? asked : found.locale;
    const { number, ...letter } = found;
    const bytes = await renderAccountStatementPdf({ ...letter, locale });
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${statementName(number, period.data)}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });
