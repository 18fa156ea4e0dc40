import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/**
 * @typedef {ReturnType<typeof openWorkbench>} Workbench Where the stages work: a folder that is thrown away, and the
 *   project's Node to run tools with.
 */

/**
 * @param {object} with
 * @param {string} with.home
 * @param {string} with.node
 * @param {string[]} with.filters go to Vitest: parts of file names
 * @param {(skip: string[]) => Promise<string>} with.build
 */
export const openWorkbench = ({ home, node, filters, build }) => {
  const folder = mkdtempSync(join(tmpdir(), 'zahlwerk-test-'));
  // The user that runs root's Postgres has to pass through it.
  chmodSync(folder, 0o711);
  const running = new Set();

  /** Runs a script of ours or of a package; its output goes where ours goes. Resolves to its exit code. */
  const run = (script, args, env = {}) =>
    new Promise((resolve) => {
      const child = spawn(node, [join(home, script), ...args], {
        cwd: home,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: {
          ...process.env,
          PATH: [dirname(node), process.env.PATH].join(delimiter),
          // Tests start the desk and the stand-ins many times: each source is compiled once.
          NODE_COMPILE_CACHE: join(folder, 'compiled'),
          ...env,
        },
      });
      running.add(child);
      child.once('error', () => resolve(null));
      child.once('close', (code) => {
        running.delete(child);
        resolve(code);
      });
    });

  return {
    home,
    node,
    folder,
    filters,
    build,
    run,
    /** A check passes or fails as a whole. */
    check: async (script, args) =>
      (await run(script, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
    stop: (signal) => {
      for (const child of running) child.kill(signal);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
