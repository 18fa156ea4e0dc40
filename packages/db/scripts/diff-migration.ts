import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { readMigrations, readSchema } from '../src/migration-files.ts';
import { withSchemaEngine } from '../src/schema-engine.ts';
import { createTestDatabase } from '../src/test-database.ts';

// Writes the migration that leads from all migrations so far to the Prisma schema:
// ZAHLWERK_TEST_DATABASE_URL=postgres://… node scripts/diff-migration.ts add_a_column
const [name] = process.argv.slice(2);
if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
  throw new Error('Name the migration by a verb phrase: add_a_column');

const scratch = await createTestDatabase();
const pool = new pg.Pool({ connectionString: scratch.superuserUrl, max: 1 });
try {
  const schema = await readSchema();
  const { stdout } = await withSchemaEngine(pool, (engine, filters) =>
    engine.diff({
      from: { tag: 'schemaDatasource', ...schema, configDir: '.' },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  if (!stdout || stdout.trim() === '-- This is an empty migration.') {
    console.log('The migrations already lead to the schema.');
  } else {
    const { baseDir } = await readMigrations();
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(baseDir, `${stamp}_${name}`);
    await mkdir(folder);
    await writeFile(join(folder, 'migration.sql'), stdout);
    console.log(`Wrote ${folder}. A new table also needs its wall: policy, FORCE, grants.`);
  }
} finally {
  await pool.end();
  await scratch.drop();
}
process.exit();
