import { Hono } from 'hono';
import type { Auth } from '../auth/auth.ts';
import type { Authenticate } from '../auth/authenticate.ts';
import { trustedOrigins } from '../auth/origins.ts';
import { isPassing } from '../graphql/passing-error.ts';
import type { Graphql } from '../graphql/yoga.ts';
import type { Ports } from '../ports.ts';
import { accountStatementRoute } from './account-statement.route.ts';
import { authRoute, demoRoute } from './auth.route.ts';
import { caseDossierRoute } from './case-dossier.route.ts';
import { documentsRoute } from './documents.route.ts';
import { errorDocsRoute } from './error-docs.route.ts';
import { graphqlRoute } from './graphql.route.ts';
import { healthRoutes } from './health.route.ts';
import { invoiceArchiveRoute } from './invoice-archive.route.ts';
import { invoiceDraftRoute } from './invoice-draft.route.ts';
import { createMetrics, metricsRoute } from './metrics.ts';
import { panelRoute } from './panel.route.ts';
import { requestScope } from './request-scope.ts';
import { securityHeaders } from './security-headers.ts';
import { refuse, type Shell } from './shell.ts';
import { ATTACHMENTS, BANK_STATEMENTS, uploadRoute } from './uploads.route.ts';

export interface AppParts {
  readonly ports: Ports;
  readonly auth: Auth;
  readonly authenticate: Authenticate;
  readonly graphql: Graphql;
  /** The schema as it is committed. */
  readonly sdl: string;
  /** What providers call; they verify signatures over the raw body themselves. */
  readonly webhooks: Hono<Shell>;
  readonly panelFolder: string;
}

/** Everything that answers over HTTP. */
export const createApp = (parts: AppParts): Hono<Shell> => {
  const { ports, auth, authenticate, graphql, sdl, webhooks, panelFolder } = parts;
  const { env, publicUrl, db, log } = ports;
  const origins = trustedOrigins(publicUrl);
  const metrics = createMetrics(ports.doorbell);
  const app = new Hono<Shell>();
  app.use(requestScope({ log, metrics, trustedIpHeader: env.trustedIpHeader }));
  app.use(securityHeaders(publicUrl));
  app.route('/', healthRoutes(db));
  app.route('/metrics', metricsRoute(metrics));
  app.route('/graphql', graphqlRoute(graphql, origins));
  app.get('/schema.graphql', (c) => c.text(sdl, 200, { 'cache-control': 'no-cache' }));
  app.route('/docs', errorDocsRoute());
  app.route('/api/auth', authRoute(auth, origins));
  if (env.mode === 'demo') app.route('/api/demo', demoRoute(auth, origins));
  const uploads = { ...ports, authenticate, origins };
  app.route('/api/attachments', uploadRoute(uploads, ATTACHMENTS));
  app.route('/api/bank-statements', uploadRoute(uploads, BANK_STATEMENTS));
  app.route('/documents', documentsRoute({ ...ports, authenticate }));
  app.route('/api/cases', caseDossierRoute({ ...ports, authenticate }));
  app.route('/api/cases', invoiceDraftRoute({ ...ports, authenticate }));
  app.route('/api/account-statement.pdf', accountStatementRoute({ ...ports, authenticate }));
  app.route('/api/invoices.zip', invoiceArchiveRoute({ ...ports, authenticate }));
  app.route('/webhooks', webhooks);
  app.route('/', panelRoute(panelFolder));
  app.notFound((c) => refuse(c, 404, 'NOT_FOUND', 'There is nothing here.'));
  app.onError((error, c) => {
    if (isPassing(error)) return refuse(c, 503, 'TEMPORARILY_UNAVAILABLE', 'Try again in a moment.');
    log.error({ err: error, requestId: c.get('requestId') }, 'a route has failed');
    return refuse(c, 500, 'INTERNAL', 'Something went wrong on our side.');
  });
  return app;
};
