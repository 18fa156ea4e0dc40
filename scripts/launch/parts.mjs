import { join } from 'node:path';
import { apiEnvironment, plainEnvironment, sandboxEnvironment } from './environment.mjs';
import { untilAnswers } from './ready.mjs';
import { Refusal } from './refusal.mjs';
import { HOME } from './settings.mjs';

const LEASH = ['--import', new URL('./leash.mjs', import.meta.url).href];

/**
 * What `keepRunning` needs to know about the three long-running parts.
 * @param {import('./desk.mjs').Desk} desk
 */
export const postgresPart = (desk) => {
  const { dataDir, ports } = desk.settings;
  const keeper = join(HOME, 'packages/db/src/embedded-keeper.ts');
  return {
    name: 'Postgres',
    last: true,
    start: () => {
      const process = desk.spawn(
        'postgres',
        [keeper, dataDir, String(ports.postgres)],
        plainEnvironment(desk.env),
      );
      // Should its keeper be killed, the server would go on and hold its port.
      process.onMessage(({ pid }) => pid && desk.noteServer({ pid, ended: process.ended }));
      return process;
    },
    ready: (process) =>
      new Promise((resolve, reject) => {
        process.onMessage(({ url, problem }) => {
          if (problem) return reject(new Refusal(problem));
          desk.databaseUrl = url;
          resolve();
        });
      }),
  };
};

/** @param {import('./desk.mjs').Desk} desk */
export const sandboxPart = (desk) => ({
  name: 'The sandbox',
  start: () =>
    desk.spawn('sandbox', [...LEASH, join(HOME, 'apps/sandbox/src/main.ts')], sandboxEnvironment(desk)),
  ready: () => untilAnswers(`http://127.0.0.1:${desk.settings.ports.sandbox}/healthz`, desk.ending),
});

/** @param {import('./desk.mjs').Desk} desk */
export const apiPart = (desk) => ({
  name: 'The API',
  start: () => desk.spawn('api', [...LEASH, join(HOME, 'apps/api/src/main.ts')], apiEnvironment(desk)),
  ready: () =>
    untilAnswers(`http://${askAt(desk.settings.host)}:${desk.settings.ports.api}/readyz`, desk.ending),
});

/** An address for all interfaces is none to ask at. */
const askAt = (host) => {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
};
