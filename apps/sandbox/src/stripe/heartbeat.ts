import { doDueWork, nextDueAt } from './due-work.ts';
import { releaseHeld } from './webhooks/enqueue.ts';
import { createPump, type Pump } from './webhooks/pump.ts';
import { openScope, type World } from './world.ts';

const LONGEST_SLEEP_MS = 24 * 3600 * 1000;

/** Makes due things happen: after each request, when the clock moves, and as real time passes. */
export interface Heartbeat {
  beat(): void;
  readonly pump: Pump;
  stop(): void;
}

export const startHeartbeat = (world: World): Heartbeat => {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const rest = () => {
    clearTimeout(timer);
    if (stopped || world.clock.isStopped()) return;
    const times = [nextDueAt(world), pump.nextTryAt()].filter((at) => at !== undefined);
    if (times.length === 0) return;
    const seconds = Math.max(0, Math.min(...times) - world.clock.now());
    timer = setTimeout(beat, Math.min(LONGEST_SLEEP_MS, seconds * 1000 + 20));
    timer.unref();
  };
  const beat = () => {
    if (stopped) return;
    doDueWork(world);
    pump.kick();
    rest();
  };
  const pump = createPump(world, rest);

  world.clock.onMove(beat);
  world.faults.onRelease(() => {
    const accounts = new Set(world.store.shelves.deliveries.open().map((entry) => entry.account));
    world.store.work(() => {
      for (const account of accounts) releaseHeld(openScope(world, account));
    });
    beat();
  });

  return {
    beat,
    pump,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      pump.stop();
    },
  };
};
