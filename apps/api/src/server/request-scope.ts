import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Logger } from 'pino';
import { loggedPath } from './logger.ts';
import type { HttpMetrics } from './metrics.ts';
import type { Middleware, ShellContext } from './shell.ts';

const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** The caller's address: the connection's, or what the proxy in front says in the header we have been told to trust. */
const addressOf = (c: ShellContext, trustedHeader: string | null): string | null => {
  const told = trustedHeader ? c.req.header(trustedHeader)?.split(',').at(-1)?.trim() : undefined;
  return told || (getConnInfo(c).remote.address ?? null);
};

export interface RequestScope {
  readonly log: Logger;
  readonly metrics: HttpMetrics;
  readonly trustedIpHeader: string | null;
}

/** Gives each request its id, notes how it went, and answers what nobody has caught. */
export const requestScope =
  ({ log, metrics, trustedIpHeader }: RequestScope): Middleware =>
  async (c, next) => {
    const given = c.req.header('x-request-id') ?? '';
    const requestId = REQUEST_ID.test(given) ? given : randomUUID();
    const startedAt = performance.now();
    c.set('requestId', requestId);
    c.set('ip', addressOf(c, trustedIpHeader));
    await next();
    c.header('x-request-id', requestId);
    const milliseconds = Math.round(performance.now() - startedAt);
    const { method, path } = c.req;
    metrics.observe(method, c.res.status, milliseconds / 1000);
    const level = c.res.status >= 500 ? 'warn' : 'debug';
    log[level]({ requestId, method, path: loggedPath(path), status: c.res.status, milliseconds }, 'answered');
  };
