import { randomBytes } from 'node:crypto';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import type { EventType } from '@zahlwerk/domain/workflow/events';
import type { Event, Prisma } from '../generated/client.ts';
import { eventHash, GENESIS, reasonHash } from './event-hash.ts';
import type { TenantTransaction } from './tenant.ts';

export interface EventToAppend {
  /** What kind of thing it is about: case, customer, payout, member … */
  readonly stream: string;
  readonly streamId: string;
  readonly type: EventType;
  /** Business time. */
  readonly at: Date;
  readonly actor: Actor;
  /** What made it happen: the command's key, the provider's event, the job. */
  readonly cause?: string | null;
  readonly caseId?: string | null;
  /** Ids, codes and amounts only; bigints as decimal text. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
  /** Free text; it may be erased later without breaking the chain. */
  readonly reason?: string | null;
}

/**
 * Appends to the organization's log, in the order given, and returns what was written. Locks the head of the chain
 * until the transaction ends: do it last (rule 19).
 */
export const appendEvents = async (
  tx: TenantTransaction,
  organizationId: string,
  drafts: readonly EventToAppend[],
): Promise<Event[]> => {
  if (drafts.length === 0) return [];
  const head = await lockHead(tx, organizationId);
  const lastSeq = await lastSeqOf(tx, organizationId, drafts);
  let { position, hash } = head;
  const reasons: Prisma.EventReasonCreateManyInput[] = [];
  const events = drafts.map((draft): Event => {
    position += 1n;
    const name = streamName(draft);
    const seq = (lastSeq.get(name) ?? 0) + 1;
    lastSeq.set(name, seq);
    const reason = draft.reason ? { salt: new Uint8Array(randomBytes(16)), text: draft.reason } : null;
    if (reason) reasons.push({ organizationId, position, ...reason });
    const event = {
      organizationId,
      position,
      stream: draft.stream,
      streamId: draft.streamId,
      seq,
      type: draft.type,
      at: draft.at,
      actorKind: draft.actor.kind,
      actorId: draft.actor.id,
      cause: draft.cause ?? null,
      caseId: draft.caseId ?? null,
      data: draft.data ?? {},
      reasonHash: reason ? reasonHash(reason.salt, reason.text) : null,
    };
    const prevHash = hash;
    hash = eventHash(prevHash, event);
    return { ...event, prevHash, hash };
  });
  await insert(tx, organizationId, { position, hash }, events);
  if (reasons.length > 0) await tx.eventReason.createMany({ data: reasons });
  return events;
};

const hex = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('hex');

/** Every command ends here, and Prisma compiles a statement for many rows anew each time: this one is written out. It moves the head along. */
const insert = (
  tx: TenantTransaction,
  organizationId: string,
  head: Head,
  events: readonly Event[],
): Promise<number> => {
  const rows = events.map((event) => ({
    ...event,
    position: event.position.toString(),
    reasonHash: hex(event.reasonHash),
    prevHash: hex(event.prevHash),
    hash: hex(event.hash),
  }));
  return tx.$executeRaw`
    WITH moved AS (
      UPDATE event_head SET position = ${head.position}, hash = ${head.hash}
      WHERE organization_id = ${organizationId}::uuid)
    INSERT INTO event (organization_id, position, stream, stream_id, seq, type, at, actor_kind, actor_id, cause, case_id,
      data, reason_hash, prev_hash, hash)
    SELECT "organizationId", position, stream, "streamId", seq, type, at, "actorKind", "actorId", cause, "caseId",
      data, decode("reasonHash", 'hex'), decode("prevHash", 'hex'), decode(hash, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(
      "organizationId" uuid, position bigint, stream text, "streamId" uuid, seq int, type text, at timestamptz,
      "actorKind" actor_kind, "actorId" uuid, cause text, "caseId" uuid, data jsonb,
      "reasonHash" text, "prevHash" text, hash text)`;
};

interface Head {
  position: bigint;
  hash: Uint8Array<ArrayBuffer>;
}

const lockHead = async (tx: TenantTransaction, organizationId: string): Promise<Head> => {
  const lock = () => tx.$queryRaw<Head[]>`
    SELECT position, hash FROM event_head WHERE organization_id = ${organizationId}::uuid FOR UPDATE`;
  const [head] = await lock();
  if (head) return head;
  // A row that does not exist cannot be locked: insert it, whoever is first, then lock.
  await tx.eventHead.createMany({
    data: [{ organizationId, position: 0n, hash: GENESIS }],
    skipDuplicates: true,
  });
  const [created] = await lock();
  if (!created) throw new Error('The event log has no head.');
  return created;
};

const streamName = ({ stream, streamId }: { stream: string; streamId: string }): string =>
  `${stream}:${streamId}`;

const lastSeqOf = async (
  tx: TenantTransaction,
  organizationId: string,
  drafts: readonly EventToAppend[],
): Promise<Map<string, number>> => {
  const streams = new Map(drafts.map((draft) => [streamName(draft), draft]));
  const found = await tx.event.groupBy({
    by: ['stream', 'streamId'],
    where: {
      organizationId,
      OR: [...streams.values()].map(({ stream, streamId }) => ({ stream, streamId })),
    },
    _max: { seq: true },
  });
  return new Map(found.map((group) => [streamName(group), group._max.seq ?? 0]));
};
