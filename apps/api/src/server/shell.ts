import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';

/** What every route of the shell knows of its request. */
export interface Shell {
  Bindings: HttpBindings;
  Variables: { requestId: string; ip: string | null };
}

export type ShellContext = Context<Shell>;
export type Middleware = MiddlewareHandler<Shell>;

/** An answer that is no GraphQL: the same `code` and `message`, and the id to ask about. */
export const refuse = (
  c: ShellContext,
  status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 500 | 503,
  code: string,
  message: string,
): Response =>
  c.json({ errors: [{ message, extensions: { code, requestId: c.get('requestId') } }] }, status, {
    'cache-control': 'no-store',
    // What is left of a body that nobody has read must not be taken for the next request.
    ...(status === 413 || status === 415 ? { connection: 'close' } : {}),
  });
