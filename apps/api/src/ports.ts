import type { Database } from '@zahlwerk/db/client';
import type { Logger } from 'pino';
import type { Env } from './env.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Bell } from './live/bell.ts';

/** Everything outside the process's own logic that commands and readers may use. */
export interface Ports {
  readonly env: Env;
  /** The address people reach the desk under, without a trailing slash. */
  readonly publicUrl: string;
  readonly db: Database;
  /** Outside the tenants' walls: users and sessions, and the finders that know no organization yet. */
  readonly systemDb: Database;
  readonly jobs: Jobs;
  readonly bell: Bell;
  readonly log: Logger;
  /** Fresh uuid, version 7. */
  readonly newId: () => string;
}
