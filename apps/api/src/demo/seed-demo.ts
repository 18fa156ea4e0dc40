import { findViolations } from '@zahlwerk/db/invariants';
import { membershipsOf, withSystem } from '@zahlwerk/db/system';
import { withTenant } from '@zahlwerk/db/tenant';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import type { Logger } from 'pino';
import { demoPersonOf } from '../auth/demo-persons.ts';
import type { Env } from '../env.ts';
import type { Ports } from '../ports.ts';
import { registerWorkers } from '../workers.ts';
import { foundBusiness } from './business.ts';
import { openClock } from './clock.ts';
import { createInlineJobs } from './inline-jobs.ts';
import { dayIn, instantOf } from './moments.ts';
import { openPorts } from './open-ports.ts';
import { planOf } from './plan.ts';
import { payOutDaily } from './provider-account.ts';
import { takeSandbox } from './sandbox.ts';
import type { Stage } from './stage.ts';
import { tellStory } from './tell-story.ts';

export interface SeedSettings {
  readonly env: Env;
  readonly log: Logger;
  /** Told what is being done, line by line. */
  readonly say: (line: string) => void;
  /** Only the few cases that show every state once, for tests. */
  readonly short?: boolean;
}

export interface Seeded {
  readonly organizationId: string;
  /** False when the demo business was there already. */
  readonly told: boolean;
}

const TIME_ZONE = 'Europe/Berlin';
/** The business opens this many days before the day on which its story ends. */
const STORY_DAYS = 91;
const OPENS_AT = 8 * 3_600;

/** The finished demo business, or null. While its story is being told its clock is behind: that is the bookmark. */
const findFinished = ({ systemDb }: Ports): Promise<string | null> =>
  withSystem(systemDb, async (tx) => {
    const email = demoPersonOf('OWNER')?.email ?? '';
    const user = await tx.user.findUnique({ where: { email } });
    const [membership] = user ? await membershipsOf(tx, user.id) : [];
    if (!membership) return null;
    const { organizationId: id } = membership;
    const found = await tx.organization.findUnique({ where: { id }, select: { clockOffsetSeconds: true } });
    return found?.clockOffsetSeconds === 0 ? id : null;
  });

/**
 * Makes the demo's business and tells its last three months, by the same commands, workers and provider calls as in
 * real life, on a clock that is set back and moved day by day. An interrupted seed goes on where it was; a finished one
 * is left alone. Throws when an invariant of the database does not hold at the end.
 */
export const seedDemo = async ({ env, log, say, short = false }: SeedSettings): Promise<Seeded> => {
  const jobs = createInlineJobs();
  const { ports, close } = await openPorts(env, log, jobs);
  try {
    const finished = await findFinished(ports);
    if (finished) return { organizationId: finished, told: false };
    await registerWorkers(ports);
    const stage = await setStage(ports, jobs);
    await play(stage, short, say).catch(async (error: unknown) => {
      // The stand-in is not ours alone: whoever else uses it shall not be left in the past.
      await stage.sandbox?.release().catch(() => {});
      throw error;
    });
    return { organizationId: stage.business.organizationId, told: true };
  } finally {
    await close();
  }
};

const play = async (stage: Stage, short: boolean, say: SeedSettings['say']): Promise<void> => {
  const { business, clock, sandbox } = stage;
  if (!sandbox) say('No Stripe stand-in answers: in this demo everybody pays by transfer');
  const today = addDays(dayIn(business.foundedAt, TIME_ZONE), STORY_DAYS);
  await tellStory(stage, planOf({ today, short, withProvider: sandbox !== null }), TIME_ZONE, say);
  await holdTrue(stage);
  if (sandbox) await payOutDaily(stage);
  await clock.returnToPresent();
};

const setStage = async (ports: Ports, jobs: Stage['jobs']): Promise<Stage> => {
  const firstDay = addDays(dayIn(new Date(), TIME_ZONE), -STORY_DAYS);
  const business = await foundBusiness(ports, instantOf(firstDay, OPENS_AT, TIME_ZONE));
  const apiBase = ports.env.stripe?.apiBase;
  const sandbox = apiBase ? await takeSandbox(apiBase) : null;
  const clock = await openClock({ ports, organizationId: business.organizationId, sandbox });
  return { ports, jobs, business, clock, sandbox };
};

/** Asks every invariant of the database for this business. */
const holdTrue = async ({ ports, business: { organizationId } }: Stage): Promise<void> => {
  const violations = await withTenant(
    ports.db,
    organizationId,
    (tx) => findViolations((sql) => tx.$queryRawUnsafe<unknown[]>(sql)),
    { timeout: 30_000, snapshot: true },
  );
  if (violations.length === 0) return;
  const told = violations.map(({ invariant, rows }) => `${invariant}: ${JSON.stringify(rows, plain)}`);
  throw new Error(`The demo's books do not hold.\n${told.join('\n')}`);
};

const plain = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}` : value);
