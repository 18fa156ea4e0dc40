import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { reachableBinaries } from './embedded-binaries.ts';
import { clusterExists, createCluster, openDataFolder, reasonIn } from './embedded-cluster.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { noteKeeper, stopOrphan } from './embedded-orphan.ts';
import { passwordsOf } from './embedded-passwords.ts';
import { serverArguments, serverEnvironment } from './embedded-settings.ts';
import { serverUser } from './embedded-user.ts';

const OWNER = 'zahlwerk_owner';
const DATABASE = 'zahlwerk';
const READY = 'database system is ready to accept connections';

export interface EmbeddedOptions {
  /** A folder of its own; created where missing. It holds the database, its passwords and perhaps the programs. */
  readonly dataDir: string;
  readonly port: number;
  /** false only where the data are thrown away: nothing waits for the disk then. */
  readonly durable?: boolean;
  readonly onLog?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** The login that owns the database `zahlwerk`; it may create roles and databases. */
  readonly url: string;
  /** The server's administrator, database `postgres`. */
  readonly superuserUrl: string;
  readonly pid: number;
  /** Settles when the server has ended, whoever ended it. */
  readonly ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the Postgres that comes with the program on 127.0.0.1, creating database and owner at the first start and
 * ending a server that a killed program has left behind. Throws EmbeddedPostgresError with one sentence.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  const { dataDir, port, durable = true, onLog = () => {} } = options;
  const clusterDir = join(dataDir, 'postgres');
  const user = serverUser();
  openDataFolder(dataDir, user);
  const binaries = reachableBinaries(dataDir, user);
  const exists = clusterExists(clusterDir);
  const passwords = passwordsOf(dataDir, exists);
  if (exists) await stopOrphan(dataDir, clusterDir);
  else createCluster({ clusterDir, binaries, user, password: passwords.superuser, durable });
  noteKeeper(dataDir);
  const server = spawn(binaries.postgres, serverArguments(clusterDir, port, durable), {
    ...user,
    cwd: clusterDir,
    env: serverEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own process group: Ctrl-C in a terminal reaches the program first, which ends the server last.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = stopper(server, ended);
  const url = (login: string, password: string, database: string): string =>
    `postgres://${login}:${password}@127.0.0.1:${port}/${database}`;
  const superuserUrl = url('postgres', passwords.superuser, 'postgres');
  try {
    await untilReady(server, onLog);
    await ensureOwner(superuserUrl, passwords.owner);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: url(OWNER, passwords.owner, DATABASE), superuserUrl, pid: server.pid ?? 0, ended, stop };
};

const untilReady = (server: ChildProcess, onLog: (line: string) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const said: string[] = [];
    const refuse = (reason: string): void =>
      reject(new EmbeddedPostgresError(`Postgres did not start: ${reason}.`));
    server.once('error', (error) => refuse(error.message));
    server.once('close', () => refuse(reasonIn(said.join('\n'))));
    if (!server.stderr) return refuse('its log cannot be read');
    createInterface({ input: server.stderr }).on('line', (line) => {
      onLog(line);
      if (said.length < 100) said.push(line);
      if (line.includes(READY)) resolve();
    });
  });

const ensureOwner = async (superuserUrl: string, password: string): Promise<void> => {
  const client = new pg.Client({ connectionString: superuserUrl, connectionTimeoutMillis: 10_000 });
  // An error event without a listener would end the process; the failing query tells the caller anyway.
  client.on('error', () => {});
  try {
    await client.connect();
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [OWNER]);
    if (role.rowCount === 0)
      await client.query(
        `CREATE ROLE ${OWNER} LOGIN CREATEROLE CREATEDB PASSWORD ${client.escapeLiteral(password)}`,
      );
    const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } catch (error) {
    throw new EmbeddedPostgresError(`Postgres started but cannot be used: ${(error as Error).message}.`);
  } finally {
    await client.end();
  }
};

/** SIGINT shuts down fast, SIGQUIT at once with recovery at the next start, SIGKILL is for a machine in trouble. */
const stopper = (server: ChildProcess, ended: Promise<void>): (() => Promise<void>) => {
  const abandon = (): void => void server.kill('SIGQUIT');
  process.once('exit', abandon);
  void ended.then(() => process.off('exit', abandon));
  let stopping: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    for (const [signal, milliseconds] of [
      ['SIGINT', 3_000],
      ['SIGQUIT', 1_000],
      ['SIGKILL', 500],
    ] as const) {
      if (server.exitCode !== null || server.signalCode !== null) return;
      server.kill(signal);
      await Promise.race([ended, pause(milliseconds, undefined, { ref: false })]);
    }
  };
  return () => (stopping ??= run());
};
