import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { signalGroup } from './process-identity.mjs';

/** The last words of a part that fails. */
const KEPT_LINES = 40;

/**
 * Starts one part of the program in a process group of its own, on a channel that tells it when the launcher dies.
 * @param {{ command: string, args: string[], cwd: string, env: Record<string, string | undefined>,
 *   onLine: (line: string) => void, ipc?: boolean }} spec
 */
export const startProcess = ({ command, args, cwd, env, onLine, ipc = true }) => {
  const child = spawn(command, args, {
    cwd,
    env,
    // Ctrl-C in a terminal goes to the terminal's group: the launcher alone hears it and ends the parts in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? ['ipc'] : [])],
  });
  const lastLines = [];
  const errorLines = [];
  const keep = (lines, line) => {
    lines.push(line);
    if (lines.length > KEPT_LINES) lines.shift();
  };
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      keep(lastLines, line);
      if (stream === child.stderr) keep(errorLines, line);
      onLine(line);
    });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  // 'close' comes after the last line was read, 'exit' may come before it.
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      keep(errorLines, error.message);
      resolve({ code: null, signal: null });
    });
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    pid: child.pid,
    ended,
    /** What it said at last, on both streams. */
    lastLines: () => lastLines,
    /** What it complained about: on stderr, or anywhere when it said nothing there. */
    lastWords: () => (errorLines.length > 0 ? errorLines : lastLines).join('\n').trim(),
    onMessage: (listener) => child.on('message', listener),
    /** Asks to end, and after `patience` milliseconds does not ask any more. Nobody of the group is left. */
    stop: async (patience) => {
      if (child.pid === undefined) return;
      child.kill('SIGTERM');
      await Promise.race([exited, pause(patience, undefined, { ref: false })]);
      signalGroup(child.pid, 'SIGKILL');
      await exited;
    },
  };
};
