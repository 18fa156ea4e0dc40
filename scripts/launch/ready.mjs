import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Resolves when an address answers 200. It never gives up: whoever waits also watches the process.
 * @param {string} url
 * @param {AbortSignal} signal ends the waiting
 */
export const untilAnswers = async (url, signal) => {
  while (!signal.aborted && (await statusOf(url)) !== 200) await pause(100);
};

const statusOf = (url) =>
  new Promise((resolve) => {
    const request = get(url, { timeout: 2_000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(0));
  });
