import { fstatSync } from 'node:fs';
import type { Logger } from 'pino';

/** Longer than a stop may take: whatever still runs then is not worth waiting for. */
const LAST_RESORT_MS = 4_800;

const isPipe = (): boolean => {
  try {
    const stdin = fstatSync(0);
    return stdin.isFIFO() || stdin.isSocket();
  } catch {
    return false;
  }
};

export interface Lifecycle {
  readonly log: Logger;
  /** Whether somebody started us and holds our standard input open for as long as we are wanted. */
  readonly supervised: boolean;
  readonly stop: () => Promise<void>;
}

/**
 * Ends the process in order: on SIGINT and SIGTERM with 0, after an error that nobody caught with 1, so that whoever
 * supervises us starts it again.
 */
export const liveAndDie = ({ log, supervised, stop }: Lifecycle): void => {
  let ending = false;
  const end = async (code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(code || 1), LAST_RESORT_MS).unref();
    await stop().catch((error: unknown) => log.error({ err: error }, 'the stop has failed'));
    process.exit(code);
  };
  const fail = (error: unknown): void => {
    log.fatal({ err: error }, 'an error that nobody has caught');
    void end(1);
  };
  process.on('SIGINT', () => void end(0));
  process.on('SIGTERM', () => void end(0));
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  if (supervised && isPipe()) process.stdin.on('end', () => void end(0)).resume();
};
