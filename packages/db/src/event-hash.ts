import { canonicalJson, sha256 } from './canonical-json.ts';

/** Everything of an event that its hash vouches for. */
export interface HashedEvent {
  readonly organizationId: string;
  readonly position: bigint;
  readonly stream: string;
  readonly streamId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly cause: string | null;
  readonly caseId: string | null;
  readonly data: unknown;
  readonly reasonHash: Uint8Array | null;
}

/** What the first event continues. */
export const GENESIS = new Uint8Array(32);

/** SHA-256 of the hash before and the event's canonical form. */
export const eventHash = (prevHash: Uint8Array, event: HashedEvent): Uint8Array<ArrayBuffer> =>
  sha256(
    prevHash,
    canonicalJson({
      organizationId: event.organizationId,
      position: event.position,
      stream: event.stream,
      streamId: event.streamId,
      seq: event.seq,
      type: event.type,
      at: event.at,
      actorKind: event.actorKind,
      actorId: event.actorId,
      cause: event.cause,
      caseId: event.caseId,
      data: event.data,
      reasonHash: event.reasonHash,
    }),
  );

/** Commits to a text without showing it: short texts could be guessed from a hash without salt. */
export const reasonHash = (salt: Uint8Array, text: string): Uint8Array<ArrayBuffer> => sha256(salt, text);

export const sameBytes = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
