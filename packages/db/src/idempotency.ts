import { canonicalJson, sha256 } from './canonical-json.ts';
import type { TenantTransaction } from './tenant.ts';

export interface IdempotentCommand {
  readonly organizationId: string;
  /** Kind and id of the caller, so that nobody replays another's outcome: `MEMBER:<id>`. */
  readonly actor: string;
  readonly key: string;
  readonly operation: string;
  /** The parsed input without the key; hashed in its canonical form. */
  readonly input: unknown;
  /** Id of what the command creates or changes, known beforehand because ids are made by the application. */
  readonly outcomeId: string;
}

export type Claim =
  | { readonly type: 'CLAIMED' }
  /** The same command has succeeded before; resolve the answer from its outcome. */
  | { readonly type: 'REPLAYED'; readonly outcomeId: string }
  /** The key belongs to another command. */
  | { readonly type: 'REUSED' };

/**
 * Takes the key for this command, before anything else is decided (rule 9). A second call with the key waits for the
 * first one's transaction: it is replayed when that commits, and takes the key itself when that rolls back, so a
 * refusal leaves the key free.
 */
export const claimIdempotencyKey = async (
  tx: TenantTransaction,
  command: IdempotentCommand,
): Promise<Claim> => {
  const { organizationId, actor, key, operation, outcomeId } = command;
  const requestHash = sha256(canonicalJson(command.input));
  const claimed = await tx.idempotencyRecord.createMany({
    data: [{ organizationId, actor, key, operation, requestHash, outcomeId }],
    skipDuplicates: true,
  });
  if (claimed.count === 1) return { type: 'CLAIMED' };
  const record = await tx.idempotencyRecord.findUniqueOrThrow({
    where: { organizationId_actor_key: { organizationId, actor, key } },
  });
  const same = record.operation === operation && Buffer.from(record.requestHash).equals(requestHash);
  return same ? { type: 'REPLAYED', outcomeId: record.outcomeId } : { type: 'REUSED' };
};

/** Corrects the outcome of a command that learns only on the way what it is about. */
export const setOutcome = async (
  tx: TenantTransaction,
  command: IdempotentCommand,
  outcomeId: string,
): Promise<void> => {
  const { organizationId, actor, key } = command;
  await tx.idempotencyRecord.update({
    where: { organizationId_actor_key: { organizationId, actor, key } },
    data: { outcomeId },
  });
};
