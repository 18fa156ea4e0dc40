import { setTimeout as pause } from 'node:timers/promises';

/** The levers of the local Stripe stand-in that the demo pulls while it tells the past. */
export interface Sandbox {
  /** Lets time stand still at a moment. */
  readonly standAt: (moment: Date) => Promise<void>;
  /** Back to real time, with events being delivered again. */
  readonly release: () => Promise<void>;
  /** Pays out what the account has earned until now, as on its weekly day. */
  readonly payOut: (account: string) => Promise<void>;
}

const PATIENCE_MS = 5_000;
/** It may have been started together with the seed. */
const LOOKS = 10;
const PAUSE_MS = 500;

/** Takes the stand-in at this address in hand; null where something else, or nothing, answers. */
export const takeSandbox = async (apiBase: string): Promise<Sandbox | null> => {
  const pull = async (path: string, body?: object): Promise<{ readonly id?: string }> => {
    const answer = await fetch(new URL(path, apiBase), {
      method: body ? 'POST' : 'GET',
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!answer.ok) throw new Error(`The sandbox answered ${path} with ${answer.status}.`);
    return (await answer.json()) as { readonly id?: string };
  };
  const isThere = () =>
    pull('/_sandbox/clock').then(
      () => true,
      () => false,
    );
  for (let look = 1; !(await isThere()); look++) {
    if (look === LOOKS) return null;
    await pause(PAUSE_MS);
  }
  // The desk is not open yet: nobody hears the events of the past, and their deliveries would only be retried.
  const { id: lever } = await pull('/_sandbox/faults', { lever: 'webhook_drop' });
  return {
    standAt: async (moment) => {
      await pull('/_sandbox/clock', { stopped: true, now: moment.toISOString() });
    },
    release: async () => {
      await pull('/_sandbox/clock', { stopped: false, now: new Date().toISOString() });
      await fetch(new URL(`/_sandbox/faults/${lever}`, apiBase), { method: 'DELETE' });
    },
    payOut: async (account) => {
      await pull('/_sandbox/payouts/run', { account });
    },
  };
};
