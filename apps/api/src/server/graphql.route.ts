import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Graphql } from '../graphql/yoga.ts';
import { jsonOnly, originGuard } from './origin-guard.ts';
import { refuse, type Shell } from './shell.ts';

const MAX_BODY = 256_000;

/** POST and JSON only. Answers and streams come from Yoga. */
export const graphqlRoute = (graphql: Graphql, origins: ReadonlySet<string>): Hono<Shell> =>
  new Hono<Shell>()
    .post(
      '/',
      originGuard(origins),
      jsonOnly,
      bodyLimit({
        maxSize: MAX_BODY,
        onError: (c) => refuse(c, 413, 'BODY_TOO_LARGE', `A request may have at most ${MAX_BODY} bytes.`),
      }),
      async (c) => {
        const facts = {
          requestId: c.get('requestId'),
          ip: c.get('ip'),
          cut: () => c.env.incoming.socket.destroy(),
        };
        const answer = await graphql.fetch(c.req.raw, facts);
        answer.headers.set('cache-control', answer.headers.get('cache-control') ?? 'no-store');
        return answer;
      },
    )
    .all('/', (c) => {
      c.header('allow', 'POST');
      return refuse(c, 405, 'METHOD_NOT_ALLOWED', 'Send GraphQL by POST.');
    });
