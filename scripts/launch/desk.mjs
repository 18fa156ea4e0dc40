import { join } from 'node:path';
import { openCrew } from './crew.mjs';
import { openDataFolder } from './data-folder.mjs';
import { keepRunning } from './keep-running.mjs';
import { acquireLock } from './lock.mjs';
import { openLog } from './log-file.mjs';
import { isAlive, npmAbove } from './process-identity.mjs';
import { openProgress } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { startProcess } from './service.mjs';
import { HOME } from './settings.mjs';

/** Milliseconds. Together with Postgres's own shutdown everything has ended within ten seconds. */
const PATIENCE = { part: 5_000, postgres: 4_800 };

/**
 * @typedef {Awaited<ReturnType<typeof openDesk>>} Desk One running installation: its data folder, its processes, its
 *   log files. `ending` is aborted as soon as it shall stop.
 */

/**
 * Takes the data folder, ends what a killed start has left behind and hands out what the parts are started with.
 * @param {ReturnType<import('./settings.mjs').readSettings>} settings
 * @param {Record<string, string | undefined>} env
 */
export const openDesk = async (settings, env) => {
  const { dataDir } = settings;
  openDataFolder(dataDir, process.getuid?.());
  const lock = await acquireLock(join(dataDir, 'launcher.lock'), ({ pid, ending }) => {
    if (ending) return console.log(`Waiting for an earlier start (process ${pid}) to end`);
    throw new Refusal(
      `Zahlwerk already runs with the data in ${dataDir} (process ${pid}): end it first, or choose another folder with ZAHLWERK_DATA_DIR.`,
    );
  });
  const crew = openCrew(dataDir);
  const ending = new AbortController();
  const tasks = new Set();
  const kept = [];
  const logs = new Map();

  const logOf = (name) => {
    if (!logs.has(name)) logs.set(name, openLog(join(dataDir, 'logs', `${name}.log`)));
    return logs.get(name);
  };

  const start = (name, command, args, cwd, environment, ipc) => {
    if (ending.signal.aborted) throw new Refusal('Zahlwerk is ending.');
    const process = startProcess({
      command,
      args,
      cwd,
      env: environment,
      ipc,
      onLine: (line) => {
        logOf(name).write(line);
        if (settings.verbose) console.log(`[${name}] ${line}`);
      },
    });
    crew.join(process);
    return process;
  };

  /** Runs a command to its end; its output goes to the log, and its last words into the refusal. */
  const run = async ({ name, failure, command, args, cwd, env: environment }) => {
    const task = start(name, command, args, cwd, environment, false);
    tasks.add(task);
    const { code } = await task.ended;
    tasks.delete(task);
    if (code === 0) return;
    const said = task.lastLines();
    const more = said.length > 1 ? `\nMore in ${join(dataDir, 'logs', `${name}.log`)}.` : '';
    throw new Refusal(`${failure}${reasonIn(said)}${more}`);
  };

  const desk = {
    settings,
    env,
    ending: ending.signal,
    progress: openProgress(console.log),
    /** Known once they are: the project's Node, its secret, the database's address. */
    node: '',
    appSecret: '',
    databaseUrl: settings.databaseUrl ?? '',
    endLeftovers: crew.endLeftovers,
    noteServer: (server) => crew.join(server, 'SIGINT'),
    run,
    spawn: (name, args, environment) => start(name, desk.node, args, HOME, environment, true),
    /** Starts a part, resolves when it is ready, and keeps it running from then on. */
    keep: async (part) => {
      const log = logOf('launcher');
      const keeper = keepRunning({
        ...part,
        report: (text) => {
          log.write(`${new Date().toISOString()} ${text}`);
          console.error(text);
        },
        onBroken: (problem) => {
          console.error(`${problem}\nMore in ${join(dataDir, 'logs')}.`);
          void desk.end(1);
        },
      });
      kept.push({ keeper, last: part.last === true });
      await keeper.start();
    },
    /** Ends everything, Postgres last, and then this process. Asked twice, it does it once. */
    end: async (code) => {
      if (ending.signal.aborted) return;
      ending.abort();
      lock.announceEnd();
      const first = kept.filter(({ last }) => !last).map(({ keeper }) => keeper);
      await Promise.all([...tasks, ...first].map((one) => one.stop(PATIENCE.part)));
      await Promise.all(kept.filter(({ last }) => last).map(({ keeper }) => keeper.stop(PATIENCE.postgres)));
      crew.close();
      lock.release();
      process.exit(code);
    },
  };
  followNpm(() => void desk.end(0));
  return desk;
};

/** When npm is killed it cannot pass that on; its end is the end of what it has started. */
const followNpm = (onGone) => {
  const npm = npmAbove();
  if (npm) setInterval(() => isAlive(npm) || onGone(), 1_000).unref();
};

/** The line of an uncaught error that says what is wrong, or what was said last. */
const reasonIn = (lines) => {
  const said = lines.filter((line) => line.trim() !== '' && !line.startsWith('npm warn'));
  const told = said.find((line) => /^(\w*Error|\w*Refused)\b[^:]*: ./.test(line));
  return told?.replace(/^[^:]*: /, '') ?? said.slice(-12).join('\n');
};
