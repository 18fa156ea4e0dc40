import { EnvError, parseEnv } from './env.ts';

const run = async (): Promise<void> => {
  const env = parseEnv(process.env);
  // Only now, because all of it takes seconds to load: whoever has mistyped a setting is told at once.
  const [{ liveAndDie }, { createLogger }, { startApi }, { registerWorkers }] = await Promise.all([
    import('./server/lifecycle.ts'),
    import('./server/logger.ts'),
    import('./server/start.ts'),
    import('./workers.ts'),
  ]);
  const log = createLogger(env);
  const api = await startApi({ env, log, registerWorkers });
  liveAndDie({ log, supervised: env.supervised, stop: api.stop });
  log.info({ url: api.url, mode: env.mode }, 'the desk is open');
};

const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH']);

const isAway = (error: Error): boolean => 'code' in error && AWAY.has(String(error.code));

/** What is wrong with settings, port or database is one sentence for a person; anything else shows where it came from. */
const explain = (error: unknown): string => {
  if (error instanceof EnvError) return error.message;
  if (error instanceof Error && isAway(error))
    return `The database does not answer: ${error.message || String('code' in error && error.code)}.`;
  if (error instanceof Error) return error.name === 'Error' ? String(error.stack) : error.message;
  return String(error);
};

run().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
