import { EnvError, parseEnv } from '../env.ts';
import { createLogger } from '../server/logger.ts';
import { DemoError } from './open-ports.ts';
import { seedDemo } from './seed-demo.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const run = async (): Promise<void> => {
  const env = parseEnv(process.env);
  const started = performance.now();
  const short = process.argv.includes('--short');
  const { told } = await seedDemo({ env, log: createLogger({ logLevel: 'warn' }), say, short });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(told ? `The demo business is ready after ${seconds} s` : 'The demo business is there already');
};

/** What is wrong with settings or surroundings is one sentence; anything else shows where it came from. */
const explain = (error: unknown): string => {
  if (error instanceof EnvError || error instanceof DemoError) return error.message;
  if (!(error instanceof Error)) return String(error);
  return [error, error.cause].map((one) => (one instanceof Error ? one.stack : '')).join('\n');
};

run().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
});
