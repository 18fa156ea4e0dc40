import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { acquireLock } from '../launch/lock.mjs';
import { Refusal } from '../launch/refusal.mjs';
import { isStale, noteMade } from './stamps.mjs';
import { buildSteps, installStep, projectNode } from './steps.mjs';

/**
 * Installs and builds what is missing or older than its sources; with everything in place it only compares hashes.
 * Returns the path of the project's own Node.
 * @param {object} with
 * @param {string} with.home
 * @param {ReturnType<typeof import('../launch/progress.mjs').openProgress>} with.progress
 * @param {(task: { name: string, failure: string, command: string, args: string[], cwd: string, env: object }) => Promise<void>} with.run
 *   runs a command to its end and refuses when it fails
 * @param {string[]} [with.skip] names of steps that nobody needs yet
 * @returns {Promise<string>}
 */
export const prepare = async ({ home, progress, run, skip = [] }) => {
  const stale = () =>
    [installStep(home), ...buildSteps(home)].filter(
      (step) => !skip.includes(step.name) && isStale(home, step),
    );
  if (stale().length > 0) {
    refuseForeignClone(home);
    const lock = await waitForTurn(home, progress);
    try {
      for (const step of stale()) await progress.step(step.text, () => make(home, step, run));
    } finally {
      lock.release();
    }
  }
  const program = projectNode(home);
  if (program === null)
    throw new Refusal('The installed packages have no Node 24: remove node_modules and start again.');
  return program;
};

const make = async (home, step, run) => {
  const program = projectNode(home);
  const [command, ...args] = step.command(program);
  await run({
    name: step.name,
    failure: `${step.text} has failed: `,
    command,
    args,
    cwd: step.cwd,
    env: environment(program),
  });
  const missing = step.results.find((path) => !existsSync(join(home, path)));
  if (missing) throw new Refusal(`${step.text} has ended well but ${missing} is not there.`);
  noteMade(home, step);
};

/** Tools start `node` by its bare name: they shall find the project's own. CI keeps pnpm from asking questions. */
const environment = (program) => ({
  ...process.env,
  CI: 'true',
  PATH: [...(program ? [dirname(program)] : []), process.env.PATH].join(delimiter),
});

const refuseForeignClone = (home) => {
  try {
    accessSync(home, constants.W_OK);
    mkdirSync(join(home, '.zahlwerk'), { recursive: true });
    accessSync(join(home, '.zahlwerk'), constants.W_OK);
  } catch {
    throw new Refusal(
      `${home} has to be built but this user may not write there: start Zahlwerk once as its owner.`,
    );
  }
};

const waitForTurn = (home, progress) =>
  acquireLock(join(home, '.zahlwerk', 'prepare.lock'), ({ pid }) =>
    progress.say(`Another start (process ${pid}) is installing or building here; waiting for it.`),
  );
