import { Refusal } from './refusal.mjs';

/** After the last one the part counts as broken. */
const DELAYS = [500, 1_000, 2_000, 4_000, 8_000];
/** Who has lived this long was not broken. */
const HEALTHY_AFTER = 60_000;

/**
 * Runs a part and starts it again when it ends by itself. `start` resolves once it is ready for the first time and
 * rejects with its last words when it ends before.
 * @param {object} part
 * @param {string} part.name as a person says it: "The API"
 * @param {() => ReturnType<import('./service.mjs').startProcess>} part.start
 * @param {(process: ReturnType<import('./service.mjs').startProcess>) => Promise<void>} part.ready
 * @param {(text: string) => void} part.report
 * @param {(problem: string) => void} part.onBroken
 * @param {number[]} [part.delays] milliseconds before each new attempt
 */
export const keepRunning = ({ name, start, ready, report, onBroken, delays = DELAYS }) => {
  let current;
  let stopped = false;
  let timer;
  let failures = 0;

  const watch = (process, since) =>
    void process.ended.then(({ code, signal }) => {
      if (stopped) return;
      failures = Date.now() - since > HEALTHY_AFTER ? 1 : failures + 1;
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      const delay = delays[failures - 1];
      if (delay === undefined) return onBroken(`${name} keeps failing: ${lastLine(process.lastWords())}`);
      report(`${name} ${how}; starting it again.`);
      timer = setTimeout(launch, delay);
    });

  const launch = () => {
    current = start();
    watch(current, Date.now());
  };

  return {
    start: async () => {
      current = start();
      const since = Date.now();
      const failed = current.ended.then(() => {
        if (!stopped) throw new Refusal(`${name} did not start: ${current.lastWords() || 'it said nothing'}`);
      });
      await Promise.race([ready(current), failed]);
      failed.catch(() => {});
      if (!stopped) watch(current, since);
    },
    stop: async (patience) => {
      stopped = true;
      clearTimeout(timer);
      await current?.stop(patience);
    },
  };
};

const lastLine = (text) => text.split('\n').at(-1) || 'it said nothing';
