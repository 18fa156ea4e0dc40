import { type EmbeddedPostgres, startEmbedded } from './embedded.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';

/**
 * A process that keeps the embedded Postgres for a program that cannot load this package: `node embedded-keeper.ts
 * <data folder> <port> [throw-away]`, started with an IPC channel. It answers once, `{ url, superuserUrl, pid }` or
 * `{ problem }`, writes the server's log to stdout, and ends the server when asked to (SIGTERM) or when the other
 * side is gone.
 */
const [dataDir, port, kind] = process.argv.slice(2);
if (!dataDir || !port || !process.send) throw new Error('Needs a data folder, a port and an IPC channel.');
type Answer = Pick<EmbeddedPostgres, 'url' | 'superuserUrl' | 'pid'> | { problem: string };
const tell = (answer: Answer): void => void process.send?.(answer);

// Whoever reads the log may be gone first; the server must be ended all the same.
process.stdout.on('error', () => {});

const asked = new AbortController();
for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(event, () => asked.abort());

const onLog = (line: string): void => void process.stdout.write(`${line}\n`);
try {
  const server = await startEmbedded({ dataDir, port: Number(port), durable: kind !== 'throw-away', onLog });
  asked.signal.addEventListener('abort', () => void server.stop());
  if (asked.signal.aborted) void server.stop();
  else tell({ url: server.url, superuserUrl: server.superuserUrl, pid: server.pid });
  await server.ended;
} catch (error) {
  if (!(error instanceof EmbeddedPostgresError)) throw error;
  tell({ problem: error.message });
}
process.exitCode = asked.signal.aborted ? 0 : 1;
if (process.connected) process.disconnect();
