import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from '../prepare/prepare.mjs';
import { appSecretOf, refuseOtherMode } from './data-folder.mjs';
import { refuseAbsentDatabase } from './database-address.mjs';
import { openDesk } from './desk.mjs';
import { apiEnvironment } from './environment.mjs';
import { apiPart, postgresPart, sandboxPart } from './parts.mjs';
import { refuseBusyPorts } from './ports.mjs';
import { Refusal } from './refusal.mjs';
import { HOME, readSettings, USAGE } from './settings.mjs';
import { welcome } from './welcome.mjs';

/**
 * Starts the desk, stays with it, and ends it on SIGINT, SIGTERM or SIGHUP.
 * @param {string[]} args
 */
export const launch = async (args) => {
  // A closed terminal or pipe must not keep us from ending the parts.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  let desk;
  try {
    const settings = readSettings(args, process.env, process.getuid?.());
    if (settings.help) return console.log(USAGE);
    desk = await openDesk(settings, process.env);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void desk.end(0));
    await startAll(desk);
  } catch (error) {
    if (desk?.ending.aborted) return;
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
    await desk?.end(1);
  }
};

/** @param {import('./desk.mjs').Desk} desk */
const startAll = async (desk) => {
  const { settings, progress } = desk;
  progress.say(`Zahlwerk, ${settings.mode} mode`);
  if ((await desk.endLeftovers()) > 0) progress.say('✓ Ended what an earlier start had left behind');
  await refuseBusyPorts(settings);
  if (settings.databaseUrl) await refuseAbsentDatabase(settings.databaseUrl);
  desk.node = await prepare({ home: HOME, progress, run: desk.run });
  desk.appSecret = appSecretOf(settings.dataDir);
  await script(desk, CHECK, { DATABASE_URL: 'postgres://not/yet/known' });
  refuseOtherMode(settings.dataDir, settings.mode);

  if (settings.databaseUrl === null)
    await progress.step('Starting Postgres', () => desk.keep(postgresPart(desk)));
  await progress.step('Bringing the database up to date', () => script(desk, MIGRATE));
  if (settings.mode === 'demo') {
    await progress.step('Starting the stand-ins for Stripe, Resend, Twilio and VIES', () =>
      desk.keep(sandboxPart(desk)),
    );
    if (settings.seed) await seedOnce(desk);
  }
  await progress.step('Starting the desk', () => desk.keep(apiPart(desk)));
  if (!desk.ending.aborted) progress.say(welcome(desk));
};

const CHECK = { name: 'settings', path: 'scripts/launch/check-env.ts', failure: '' };
const MIGRATE = {
  name: 'migrations',
  path: 'packages/db/scripts/migrate.ts',
  failure: 'The database could not be brought up to date: ',
};
const SEED = {
  name: 'demo',
  path: 'apps/api/src/demo/seed.ts',
  failure: 'The demo business could not be set up: ',
};

const script = (desk, { name, path, failure }, env = {}) =>
  desk.run({
    name,
    failure,
    command: desk.node,
    args: [join(HOME, path)],
    cwd: HOME,
    env: { ...apiEnvironment(desk), ...env },
  });

/** Noted in the data folder of an embedded database; in any other the seed finds out by itself. */
const seedOnce = async (desk) => {
  const done = join(desk.settings.dataDir, 'demo-seeded');
  if (desk.settings.databaseUrl === null && existsSync(done)) return;
  if (!existsSync(join(HOME, SEED.path))) return;
  await desk.progress.step('Setting up the demo business', () => script(desk, SEED));
  writeFileSync(done, '');
};
