import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../launch/refusal.mjs';
import { readReport } from './report.mjs';
import { withPostgres } from './with-postgres.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * What `npm test` does, in this order: what fails fast comes first. Each stage counts what it has looked at.
 * @type {{ name: string, text: string, run: (bench: import('./workbench.mjs').Workbench) => Promise<Count> }[]}
 */
export const STAGES = [
  { name: 'types', text: 'Types of every workspace', run: (bench) => checkTypes(bench) },
  {
    name: 'lint',
    text: 'Lint and format',
    run: (bench) =>
      bench.check('node_modules/@biomejs/biome/bin/biome', [
        'ci',
        '--error-on-warnings',
        '--colors=off',
        '.',
      ]),
  },
  {
    name: 'direction',
    text: 'Direction of imports',
    run: (bench) => bench.check('scripts/check-direction.ts', []),
  },
  {
    name: 'unused',
    text: 'Unused files, exports and dependencies',
    run: (bench) =>
      bench.check('node_modules/knip/bin/knip.js', ['--no-progress', '--treat-config-hints-as-errors']),
  },
  { name: 'unit', text: 'Unit tests', run: (bench) => vitest(bench, 'unit') },
  {
    name: 'integration',
    text: 'Tests on real Postgres',
    // As the desk runs: React and GraphQL leave out what they check for developers.
    run: (bench) =>
      withPostgres(bench, (env) => vitest(bench, 'integration', { ...env, NODE_ENV: 'production' })),
  },
  { name: 'build', text: 'Build of the panel', run: (bench) => build(bench) },
  { name: 'e2e', text: 'Stories in a real browser', run: (bench) => vitest(bench, 'e2e') },
];

/** A workspace without a single source file has nothing to check, and the compiler would call that an error. */
const workspaces = (home) =>
  [
    ...['apps', 'packages'].flatMap((folder) =>
      readdirSync(join(home, folder)).map((name) => `${folder}/${name}`),
    ),
    'e2e',
    'bench',
    'scripts',
  ].filter((folder) => existsSync(join(home, folder, 'tsconfig.json')) && hasSource(join(home, folder)));

const hasSource = (folder) =>
  readdirSync(folder, { withFileTypes: true }).some((entry) =>
    entry.isDirectory()
      ? !['node_modules', 'generated', 'dist'].includes(entry.name) && hasSource(join(folder, entry.name))
      : /\.tsx?$/.test(entry.name),
  );

const build = async (bench) => {
  await bench.build([]);
  return { passed: 1, failed: 0 };
};

const AT_LEAST = 8;

/** A workspace a core: with its usual four checkers each of them would work out Prisma's and Zod's types anew. */
const ONE_CHECKER = ['--checkers', '1'];

const checkTypes = async (bench) => {
  const folders = workspaces(bench.home);
  if (folders.length < AT_LEAST)
    throw new Refusal(`Only ${folders.length} workspaces were found: ${folders.join(', ')}.`);
  const count = { passed: 0, failed: 0 };
  const waiting = folders.values();
  const work = async () => {
    for (const folder of waiting) {
      const { passed, failed } = await bench.check('node_modules/typescript/bin/tsc', [
        '-p',
        folder,
        ...ONE_CHECKER,
      ]);
      if (failed > 0) console.error(`✗ ${folder}`);
      count.passed += passed;
      count.failed += failed;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return count;
};

/** Tests on Postgres wait for answers: one worker more than there are cores. Stories say it themselves. */
const WORKERS = { unit: availableParallelism(), integration: availableParallelism() + 1 };

const workersOf = (project) => (project in WORKERS ? [`--maxWorkers=${WORKERS[project]}`] : []);

/** Runs one project of vitest.config.ts, with those that bear its name in front. Its own exit code and its report must both be well. */
const vitest = async (bench, project, env = {}) => {
  const report = join(bench.folder, `${project}.json`);
  const code = await bench.run(
    'node_modules/vitest/vitest.mjs',
    [
      'run',
      '--project',
      `${project}*`,
      '--allowOnly=false',
      ...workersOf(project),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...bench.filters,
    ],
    env,
  );
  return readReport(report, code);
};
