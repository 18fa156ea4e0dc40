import { EnvError, parseEnv } from '../../apps/api/src/env.ts';

/** Reads the settings as the API will, before anything is started or written. The reasons go to stderr. */
try {
  parseEnv(process.env);
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
