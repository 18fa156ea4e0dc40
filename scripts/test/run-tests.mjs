import { spawn } from 'node:child_process';
import { openProgress } from '../launch/progress.mjs';
import { Refusal } from '../launch/refusal.mjs';
import { HOME } from '../launch/settings.mjs';
import { prepare } from '../prepare/prepare.mjs';
import { STAGES } from './stages.mjs';
import { openWorkbench } from './workbench.mjs';

const USAGE = `npm test [-- options] [file name parts]

  --only=${STAGES.map(({ name }) => name).join(',')}   some stages only

Stops at the first stage that fails. The last line is always "N passed, N failed".`;

/**
 * Runs the stages and ends the process: 0 when everything has passed.
 * @param {string[]} args
 */
export const runTests = async (args) => {
  if (args.includes('--help')) return console.log(USAGE);
  const total = { passed: 0, failed: 0 };
  let bench;
  const finish = () => {
    bench?.close();
    console.log(`${total.passed} passed, ${total.failed} failed`);
    process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.once(signal, () => {
      bench?.stop(signal);
      total.failed += 1;
      console.error(`Ended by ${signal}.`);
      finish();
    });
  try {
    const { stages, filters } = readOptions(args);
    const build = (skip) => prepare({ home: HOME, progress: openProgress(console.log), run: runToEnd, skip });
    // The panel takes longest and only the stories need it; its types and tests come first.
    const node = await build(['panel']);
    bench = openWorkbench({ home: HOME, node, filters, build });
    for (const stage of stages) {
      const count = await runStage(stage, bench);
      total.passed += count.passed;
      total.failed += count.failed;
      if (count.failed > 0) break;
    }
  } catch (error) {
    total.failed += 1;
    console.error(error instanceof Refusal ? error.message : error);
  }
  finish();
};

const runStage = async ({ text, run }, bench) => {
  console.log(`\n── ${text}`);
  const since = Date.now();
  const count = await run(bench);
  const seconds = ((Date.now() - since) / 1_000).toFixed(1);
  console.log(
    `${count.failed === 0 ? '✓' : '✗'} ${text}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`,
  );
  return count;
};

const readOptions = (args) => {
  const only = args
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',');
  const unknown =
    args.find((arg) => arg.startsWith('-') && !arg.startsWith('--only=')) ??
    only?.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown) throw new Refusal(`There is no ${unknown}; --help lists what there is.`);
  return {
    stages: STAGES.filter(({ name }) => !only || only.includes(name)),
    filters: args.filter((arg) => !arg.startsWith('-')),
  };
};

/** Installing and building speak for themselves here. */
const runToEnd = ({ failure, command, args, cwd, env }) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', (error) => reject(new Refusal(`${failure}${error.message}`)));
    child.once('close', (code) =>
      code === 0 ? resolve(undefined) : reject(new Refusal(`${failure}${command} ended with code ${code}.`)),
    );
  });
