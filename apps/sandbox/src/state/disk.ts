import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Change } from './journal.ts';

export interface StoredRow {
  readonly shelf: string;
  readonly id: string;
  readonly account: string;
  readonly seq: number;
  readonly body: string;
}

/** Where the sandbox keeps its state between two starts. */
export interface Disk {
  load(): StoredRow[];
  /** Writes all changes or none. */
  save(changes: readonly Change[]): void;
  close(): void;
}

export const memoryDisk = (): Disk => ({ load: () => [], save: () => {}, close: () => {} });

const openDatabase = (dataDir: string): DatabaseSync => {
  try {
    mkdirSync(dataDir, { recursive: true });
    const database = new DatabaseSync(join(dataDir, 'sandbox.sqlite'));
    database.exec(`
      pragma journal_mode = wal;
      pragma synchronous = normal;
      create table if not exists object (
        shelf text not null, id text not null, account text not null, seq integer not null, body text not null,
        primary key (shelf, id)
      ) strict;
    `);
    return database;
  } catch (error) {
    throw new Error(
      `The folder ${dataDir} (SANDBOX_DATA_DIR) cannot be used: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  }
};

/** One SQLite file in WAL mode: a unit of work is one transaction, so a killed process loses none it has answered. */
export const sqliteDisk = (dataDir: string): Disk => {
  const database = openDatabase(dataDir);
  const upsert = database.prepare(`
    insert into object (shelf, id, account, seq, body) values (?, ?, ?, ?, ?)
    on conflict (shelf, id) do update set account = excluded.account, seq = excluded.seq, body = excluded.body
  `);
  const remove = database.prepare('delete from object where shelf = ? and id = ?');
  const all = database.prepare('select shelf, id, account, seq, body from object order by seq');

  return {
    load: () =>
      all.all().map((row) => ({
        shelf: String(row.shelf),
        id: String(row.id),
        account: String(row.account),
        seq: Number(row.seq),
        body: String(row.body),
      })),
    save: (changes) => {
      database.exec('begin immediate');
      try {
        for (const { shelf, id, entry } of changes) {
          if (entry) upsert.run(shelf, id, entry.account, entry.seq, JSON.stringify(entry.value));
          else remove.run(shelf, id);
        }
        database.exec('commit');
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },
    close: () => database.close(),
  };
};
