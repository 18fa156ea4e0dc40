import { migrate } from '../src/migrate.ts';

const url = process.env.DATABASE_URL;
try {
  if (!url)
    throw new Error('DATABASE_URL is not set: the address of the database, with the login that owns it.');
  const applied = await migrate(url);
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
  // The engine leaves timers behind that would hold the process for ten seconds.
  process.exit();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
