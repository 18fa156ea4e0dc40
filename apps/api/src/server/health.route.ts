import type { Database } from '@zahlwerk/db/client';
import { Hono } from 'hono';
import { refuse, type Shell } from './shell.ts';

/** Alive: the process answers. Ready: the database does as well, under the role that the walls bind. */
export const healthRoutes = (db: Database): Hono<Shell> =>
  new Hono<Shell>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      try {
        await db.pool.query('SELECT 1 FROM event_head WHERE false');
        return c.json({ status: 'ready' });
      } catch {
        return refuse(c, 503, 'DATABASE_AWAY', 'The database does not answer.');
      }
    });
