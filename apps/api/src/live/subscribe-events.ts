import type { Event, Prisma } from '@zahlwerk/db/generated/client';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import type { EventType } from '@zahlwerk/domain/workflow/events';
import type { ApiContext } from '../graphql/context.ts';
import { decodeCursor } from './cursor.ts';

/** Milliseconds after which a reader looks although nobody has rung. */
const POLL_MS = 5_000;
const BATCH = 50;

export interface EventFilter {
  readonly caseId?: string;
  readonly types?: readonly EventType[];
}

export interface EventSubscription {
  readonly ctx: ApiContext;
  readonly organizationId: string;
  /** Cursor of the last event the reader has seen; null begins now, or after the reader's `Last-Event-ID`. */
  readonly after: string | null;
  readonly filter?: EventFilter;
}

/** These change what a reader may see: the reader's rights are looked at again before anything else is told. */
const RIGHTS_CHANGED: ReadonlySet<string> = new Set<EventType>([
  'member.role_changed',
  'member.removed',
  'api_key.revoked',
]);

const wantedWhere = ({ caseId, types }: EventFilter): Prisma.EventWhereInput => ({
  ...(caseId ? { caseId } : {}),
  ...(types ? { type: { in: [...types] } } : {}),
});

/** An empty condition among several is no condition to Prisma, so it must not stand in the OR. */
const whereOf = (filter: EventFilter): Prisma.EventWhereInput =>
  filter.caseId || filter.types ? { OR: [wantedWhere(filter), { type: { in: [...RIGHTS_CHANGED] } }] } : {};

const headOf = async (tx: TenantTransaction, organizationId: string): Promise<bigint> =>
  (await tx.eventHead.findUnique({ where: { organizationId } }))?.position ?? 0n;

const startOf = ({ ctx, organizationId, after }: EventSubscription): bigint | Promise<bigint> => {
  const cursor = ctx.lastEventId ?? after;
  return cursor === null
    ? withTenant(ctx.ports.db, organizationId, (tx) => headOf(tx, organizationId))
    : decodeCursor(cursor);
};

/**
 * The events of an organization after a cursor: each once, in order, without end. The place to begin is found before
 * this returns, so nothing that happens from then on is missed. The event table is the truth; the bell only says when
 * to look. Nothing is kept for a reader but its place, so a slow one costs nothing. Ends when the reader has gone or has
 * lost its rights. Throws for what is no cursor.
 */
export const subscribeEvents = async (
  subscription: EventSubscription,
): Promise<AsyncGenerator<Event, void, void>> => follow(subscription, await startOf(subscription));

async function* follow(
  { ctx, organizationId, filter = {} }: EventSubscription,
  start: bigint,
): AsyncGenerator<Event, void, void> {
  const { doorbell, closing } = ctx.ports;
  const ended = AbortSignal.any([ctx.signal, closing]);
  const listener = doorbell.listenTo(organizationId);
  let position = start;
  try {
    while (!ended.aborted) {
      listener.clear();
      const rows = await readAfter(ctx, organizationId, position, filter);
      const rightsChanged = rows.some(({ type }) => RIGHTS_CHANGED.has(type));
      if (!(await ctx.stillAllowed(rightsChanged))) return;
      for (const row of rows) {
        position = row.position;
        if (wanted(row, filter)) yield row;
        if (ended.aborted) return;
      }
      if (rows.length < BATCH) await listener.wait(POLL_MS, ended);
    }
  } finally {
    listener.leave();
  }
}

const readAfter = (
  { ports }: ApiContext,
  organizationId: string,
  position: bigint,
  filter: EventFilter,
): Promise<Event[]> =>
  withTenant(ports.db, organizationId, (tx) =>
    tx.event.findMany({
      where: { organizationId, position: { gt: position }, ...whereOf(filter) },
      orderBy: { position: 'asc' },
      take: BATCH,
    }),
  );

/** Events about rights are read for the sake of the check above, not because they were asked for. */
const wanted = (row: Event, { caseId, types }: EventFilter): boolean =>
  (caseId === undefined || row.caseId === caseId) &&
  (types === undefined || types.some((type) => type === row.type));
