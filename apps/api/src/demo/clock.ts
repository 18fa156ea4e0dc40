import { withTenant } from '@zahlwerk/db/tenant';
import type { Ports } from '../ports.ts';
import type { Sandbox } from './sandbox.ts';

/** The shifted clock of the demo's business, and with it the provider's. It only goes forward. */
export interface Clock {
  readonly moveTo: (moment: Date) => Promise<void>;
  /** The story is told: from here on business time is real time. */
  readonly returnToPresent: () => Promise<void>;
}

interface ClockSettings {
  readonly ports: Ports;
  readonly organizationId: string;
  readonly sandbox: Sandbox | null;
}

/** How far real time runs on after a move before the seed has done what happens then: the next move is past it. */
const BREATH_MS = 1_000;

export const openClock = async ({ ports, organizationId, sandbox }: ClockSettings): Promise<Clock> => {
  const set = (seconds: number): Promise<unknown> =>
    withTenant(ports.db, organizationId, (tx) =>
      tx.organization.updateMany({ where: { id: organizationId }, data: { clockOffsetSeconds: seconds } }),
    );
  // Whoever goes on with an interrupted story starts after what has been told.
  const last = await withTenant(ports.db, organizationId, (tx) =>
    tx.event.findFirst({ where: { organizationId }, orderBy: { position: 'desc' } }),
  );
  let earliest = last ? last.at.getTime() + BREATH_MS : 0;
  return {
    moveTo: async (moment) => {
      const at = new Date(Math.max(moment.getTime(), earliest));
      earliest = at.getTime();
      await set(Math.floor((at.getTime() - Date.now()) / 1000) + 1);
      await sandbox?.standAt(at);
    },
    returnToPresent: async () => {
      await sandbox?.release();
      await set(0);
    },
  };
};
