import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from '@zahlwerk/e2e/stack';
import pg from 'pg';

/** A connection past every wall to the Postgres of a desk: for filling it, and for asking what the API does not tell. */
export const connectPastWalls = async ({ address: { dataDir, ports } }: Stack): Promise<pg.Client> => {
  const passwords = JSON.parse(readFileSync(join(dataDir, 'postgres-passwords.json'), 'utf8')) as {
    superuser: string;
  };
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port: ports.postgres, database: 'zahlwerk' },
    ...{ user: 'postgres', password: passwords.superuser },
  });
  await client.connect();
  return client;
};
