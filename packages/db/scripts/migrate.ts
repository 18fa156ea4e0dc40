import { migrate } from '../src/migrate.ts';

const url = process.env.DATABASE_URL;
if (url) {
  const applied = await migrate(url);
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
} else {
  console.error('DATABASE_URL is not set: the address of the database, with the login that owns it.');
  process.exitCode = 1;
}
