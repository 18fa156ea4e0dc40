import { canonicalJson, sha256 } from '@zahlwerk/db/canonical-json';
import { claimIdempotencyKey, setOutcome } from '@zahlwerk/db/idempotency';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import { IdempotencyKeyReused, ValidationFailed } from './errors.ts';

/** Who asks under which key, and with what (rule 9). */
export interface Keyed {
  readonly organizationId: string;
  readonly actor: Actor;
  readonly idempotency: { readonly key: string; readonly requestHash: Uint8Array } | null;
}

/** A field that is null says the same as one that was left out. */
const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, withoutNulls(item)]));
};

/** SHA-256 of an input, whatever the order of its keys. The key names the record; the version is judged by the command. */
export const requestHash = (input: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> => {
  const { idempotencyKey: _key, expectedVersion: _version, ...rest } = input;
  return sha256(canonicalJson(withoutNulls(rest)));
};

const KEY = /^[\x21-\x7e]{8,255}$/;

/** The key of a mutation's input together with the hash of that input. Throws `ValidationFailed` for an unfit key. */
export const keyed = (
  input: Readonly<Record<string, unknown>> & { readonly idempotencyKey: string },
): NonNullable<Keyed['idempotency']> => {
  if (!KEY.test(input.idempotencyKey))
    throw new ValidationFailed([{ path: ['input', 'idempotencyKey'], code: 'MALFORMED' }]);
  return { key: input.idempotencyKey, requestHash: requestHash(input) };
};

/** Stands in the record until the command knows what it is about. Nobody sees it: both commit together. */
const PENDING = 'pending';

const actorKey = ({ kind, id }: Actor): string => `${kind}:${id ?? ''}`;

const commandOf = ({ organizationId, actor }: Keyed, key: string, operation: string, hash: Uint8Array) => ({
  organizationId,
  actor: actorKey(actor),
  key,
  operation,
  input: hash,
  outcomeId: PENDING,
});

/**
 * The outcome of an earlier call with this key, or null; then the key is taken. A second call with the same key waits
 * for the first one's transaction. Throws `IdempotencyKeyReused` when operation or input differ.
 */
export const findReplay = async (
  tx: TenantTransaction,
  asked: Keyed,
  operation: string,
): Promise<string | null> => {
  if (!asked.idempotency) return null;
  const { key, requestHash: hash } = asked.idempotency;
  const claim = await claimIdempotencyKey(tx, commandOf(asked, key, operation, hash));
  if (claim.type === 'REUSED') throw new IdempotencyKeyReused();
  return claim.type === 'REPLAYED' ? claim.outcomeId : null;
};

/** Whether this key has been used before, asked ahead of foreign calls; what it stands for `findReplay` tells. */
export const isKeyUsed = async (tx: TenantTransaction, { organizationId, actor, idempotency }: Keyed) =>
  idempotency !== null &&
  (await tx.idempotencyRecord.count({
    where: { organizationId, actor: actorKey(actor), key: idempotency.key },
  })) > 0;

/** Remembers a success. A refusal rolls back with everything else, so its key may be used again. */
export const storeOutcome = async (
  tx: TenantTransaction,
  asked: Keyed,
  operation: string,
  outcomeId: string,
): Promise<void> => {
  if (!asked.idempotency) return;
  const { key, requestHash: hash } = asked.idempotency;
  await setOutcome(tx, commandOf(asked, key, operation, hash), outcomeId);
};
