import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/test/longest-first.ts';

/** Node takes graphql's CommonJS build, Vite would take the other one: two copies do not know each other's schemas. */
const oneGraphql = {
  alias: [
    {
      find: /^graphql$/,
      replacement: fileURLToPath(new URL('apps/api/node_modules/graphql/index.js', import.meta.url)),
    },
  ],
};

/** Packages that are built for run time (mails) are tested from their sources. */
const fromSource = { resolve: { conditions: ['source', 'module', 'node', 'development|production'] } };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        resolve: oneGraphql,
        ssr: fromSource,
        test: {
          name: 'unit',
          include: ['{apps,packages}/*/{src,test}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/*.integration.test.ts'],
          // Without I/O nothing leaks from file to file; a process per file takes three times as long.
          isolate: false,
          setupFiles: ['packages/domain/test/fixed-seed.ts'],
          // A bound, not a measure: on a busy machine properties take longer than the five seconds of a default.
          testTimeout: 60_000,
        },
      },
      {
        resolve: oneGraphql,
        ssr: fromSource,
        test: {
          name: 'integration',
          include: [
            '{apps,packages}/*/{src,test}/**/*.integration.test.ts',
            'scripts/**/*.integration.test.ts',
          ],
          exclude: ['**/node_modules/**', 'apps/sandbox/**', '**/*-proof.integration.test.ts'],
          // Each file has a database of its own; a process of its own would only load the whole API once more.
          isolate: false,
          // A bound, not a measure: on a busy machine a whole case takes longer than the five seconds of a default.
          testTimeout: 30_000,
          hookTimeout: 180_000,
        },
      },
      {
        resolve: oneGraphql,
        ssr: fromSource,
        test: {
          name: 'integration-proof',
          // They plant faults in what they share with all others, so each of them has a process of its own.
          include: ['apps/*/src/**/*-proof.integration.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 30_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'integration-sandbox',
          include: ['apps/sandbox/{src,test}/**/*.integration.test.ts'],
          exclude: ['**/node_modules/**'],
          // Each file has a sandbox of its own; a process of its own would only load everything once more.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['e2e/global-setup.ts'],
          // Each story has a browser of its own; a process of its own would only load everything once more.
          isolate: false,
          // Two at a time, each in a business of its own: a story waits for the screen half of the time.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 180_000,
          // As long as the browser itself waits for what it is told to find.
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
