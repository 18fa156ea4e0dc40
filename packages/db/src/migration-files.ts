import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm';

const home = fileURLToPath(new URL('../prisma', import.meta.url));

export const MIGRATIONS = join(home, 'migrations');

/** The migrations of this version of the program, oldest first, in the form the engine wants them. */
export const readMigrations = async (baseDir = MIGRATIONS): Promise<MigrationList> => {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir,
    shadowDbInitScript: '',
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8'),
    },
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok',
            value: await readFile(join(baseDir, name, 'migration.sql'), 'utf8'),
          } as const,
        },
      })),
    ),
  };
};

/** The Prisma schema, file by file. */
export const readSchema = async (): Promise<{ files: { path: string; content: string }[] }> => {
  const folder = join(home, 'schema');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort();
  return {
    files: await Promise.all(
      names.map(async (name) => ({
        path: join(folder, name),
        content: await readFile(join(folder, name), 'utf8'),
      })),
    ),
  };
};
