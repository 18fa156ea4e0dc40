import type { Delivery } from '../../state/records.ts';
import type { World } from '../world.ts';
import { sendDelivery } from './send.ts';

/** Sends what is due, endpoint by endpoint, in order; retries come back through `nextTryAt`. */
export interface Pump {
  kick(): void;
  /** Resolves once nothing is under way and nothing is due. */
  settled(): Promise<void>;
  nextTryAt(): number | undefined;
  stop(): void;
}

interface Due {
  readonly account: string;
  readonly delivery: Delivery;
}

export const createPump = (world: World, afterEach: () => void): Pump => {
  const abort = new AbortController();
  const busy = new Map<string, Promise<void>>();

  const pending = (): Due[] =>
    world.store.shelves.deliveries
      .open()
      .filter(({ value }) => value.nextTryAt !== null)
      .map(({ account, value }) => ({ account, delivery: value }));

  const due = (): Due[] => {
    const now = world.clock.now();
    return pending().filter(({ delivery }) => (delivery.nextTryAt ?? now) <= now);
  };

  const laneOf = ({ account, delivery }: Due) => `${account}/${delivery.endpoint}`;

  /** One lane per endpoint: a receiver that hangs holds up only itself. */
  const drain = async (lane: string): Promise<void> => {
    for (;;) {
      const batch = due()
        .filter((candidate) => laneOf(candidate) === lane)
        .sort((a, b) => a.delivery.order - b.delivery.order);
      if (batch.length === 0 || abort.signal.aborted) return;
      for (const { account, delivery } of batch) {
        if (abort.signal.aborted) return;
        await sendDelivery(world, account, delivery, abort.signal);
      }
    }
  };

  const kick = (): void => {
    if (abort.signal.aborted) return;
    for (const lane of new Set(due().map(laneOf))) {
      if (busy.has(lane)) continue;
      const run = drain(lane).finally(() => {
        busy.delete(lane);
        afterEach();
      });
      busy.set(lane, run);
    }
  };

  return {
    kick,
    settled: async () => {
      kick();
      while (busy.size > 0) {
        await Promise.all(busy.values());
        kick();
      }
    },
    nextTryAt: () => {
      // A lane at work comes back by itself.
      const idle = pending().filter((candidate) => !busy.has(laneOf(candidate)));
      const times = idle.map(({ delivery }) => delivery.nextTryAt ?? 0);
      return times.length > 0 ? Math.min(...times) : undefined;
    },
    stop: () => abort.abort(),
  };
};
