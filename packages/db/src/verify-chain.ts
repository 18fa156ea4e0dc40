import { eventHash, GENESIS, reasonHash, sameBytes } from './event-hash.ts';
import type { TenantTransaction } from './tenant.ts';

/** Where the chain stood once, kept outside the database: without it a truncated or rewritten chain looks whole. */
export interface Anchor {
  readonly position: bigint;
  readonly hash: Uint8Array;
}

export type ChainProblem =
  | 'GAP'
  | 'LINK_BROKEN'
  | 'CONTENT_CHANGED'
  | 'REASON_CHANGED'
  | 'HEAD_DIFFERS'
  | 'ANCHOR_NOT_FOUND';

export type ChainReport =
  | { readonly ok: true; readonly events: bigint; readonly hash: Uint8Array }
  | { readonly ok: false; readonly position: bigint; readonly problem: ChainProblem };

const BATCH = 500;

/** Reads an organization's whole log and says where it is not what was written. Erased reasons are no problem. */
export const verifyChain = async (
  tx: TenantTransaction,
  organizationId: string,
  anchors: readonly Anchor[] = [],
): Promise<ChainReport> => {
  const waiting = new Map(anchors.map((anchor) => [anchor.position, anchor.hash]));
  let position = 0n;
  let hash: Uint8Array = GENESIS;
  for (;;) {
    const events = await tx.event.findMany({
      where: { organizationId, position: { gt: position } },
      orderBy: { position: 'asc' },
      take: BATCH,
      include: { reason: true },
    });
    for (const event of events) {
      const broken = (problem: ChainProblem): ChainReport => ({
        ok: false,
        position: event.position,
        problem,
      });
      if (event.position !== position + 1n) return broken('GAP');
      if (!sameBytes(event.prevHash, hash)) return broken('LINK_BROKEN');
      if (!sameBytes(event.hash, eventHash(hash, event))) return broken('CONTENT_CHANGED');
      if (!reasonHolds(event)) return broken('REASON_CHANGED');
      const anchor = waiting.get(event.position);
      if (anchor && !sameBytes(anchor, event.hash)) return broken('ANCHOR_NOT_FOUND');
      waiting.delete(event.position);
      ({ position, hash } = event);
    }
    if (events.length < BATCH) break;
  }
  const [missing] = waiting.keys();
  if (missing !== undefined) return { ok: false, position: missing, problem: 'ANCHOR_NOT_FOUND' };
  const head = await tx.eventHead.findUnique({ where: { organizationId } });
  if ((head?.position ?? 0n) !== position || !sameBytes(head?.hash ?? GENESIS, hash))
    return { ok: false, position: head?.position ?? 0n, problem: 'HEAD_DIFFERS' };
  return { ok: true, events: position, hash };
};

const reasonHolds = (event: {
  reasonHash: Uint8Array | null;
  reason: { salt: Uint8Array; text: string | null } | null;
}): boolean => {
  if (!event.reasonHash || !event.reason) return event.reasonHash === null && event.reason === null;
  return (
    event.reason.text === null ||
    sameBytes(event.reasonHash, reasonHash(event.reason.salt, event.reason.text))
  );
};
