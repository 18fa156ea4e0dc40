import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

const PNPM = 'pnpm@10.34.8';

/** Node 24 as it lies in the installed package: the launchers in node_modules/.bin are shell scripts. */
export const projectNode = (home) => {
  const path = join(home, 'node_modules', 'node', 'bin', 'node');
  return existsSync(path) ? realpathSync(path) : null;
};

const manifests = (home) => [
  'package.json',
  'e2e/package.json',
  'bench/package.json',
  ...['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(home, folder)).map((name) => `${folder}/${name}/package.json`),
  ),
];

/** The packages of every workspace, exactly as the lockfile says. */
export const installStep = (home) => ({
  name: 'install',
  text: 'Installing packages',
  sources: ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests(home)],
  results: ['node_modules/.modules.yaml', 'node_modules/node/bin/node'],
  cwd: home,
  command: () => ['npx', '--yes', PNPM, 'install', '--frozen-lockfile'],
});

const node =
  (...args) =>
  (program) => [program, ...args];

/** What is made from sources, in this order. Server code needs no build: Node 24 runs its TypeScript. */
export const buildSteps = (home) => [
  {
    name: 'database-client',
    text: 'Generating the database client',
    sources: ['pnpm-lock.yaml', 'packages/db/prisma/schema', 'packages/db/scripts/generate.ts'],
    results: ['packages/db/generated'],
    cwd: join(home, 'packages/db'),
    command: node('scripts/generate.ts'),
  },
  {
    name: 'emails',
    text: 'Building the e-mail templates',
    sources: ['pnpm-lock.yaml', 'packages/emails', 'packages/domain/src'],
    results: ['packages/emails/dist'],
    cwd: join(home, 'packages/emails'),
    command: node('scripts/build.ts'),
  },
  {
    name: 'panel-queries',
    text: "Generating the panel's queries",
    sources: ['pnpm-lock.yaml', 'schema.graphql', 'apps/admin/src', 'apps/admin/scripts'],
    results: ['apps/admin/generated'],
    cwd: join(home, 'apps/admin'),
    command: node('scripts/generate.ts'),
  },
  {
    name: 'panel',
    text: 'Building the panel',
    sources: ['pnpm-lock.yaml', 'schema.graphql', 'apps/admin', 'packages/domain/src'],
    results: ['apps/admin/dist/index.html', 'apps/admin/dist/pay.html'],
    cwd: join(home, 'apps/admin'),
    command: node('node_modules/vite/bin/vite.js', 'build', '--logLevel=warn'),
  },
];
