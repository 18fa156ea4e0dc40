import { createHash } from 'node:crypto';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import { IdempotencyKeyReused, ValidationFailed } from './errors.ts';

/** Who asks under which key, and with what (rule 9). */
export interface Keyed {
  readonly organizationId: string;
  readonly actor: Actor;
  readonly idempotency: { readonly key: string; readonly requestHash: Uint8Array } | null;
}

const canonical = (value: unknown): unknown => {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)]),
  );
};

/** SHA-256 of an input, whatever the order of its keys; a field that is null or left out makes no difference. */
export const requestHash = (input: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> => {
  // The key names the record; the version is looked at only when the command really runs.
  const { idempotencyKey: _key, expectedVersion: _version, ...rest } = input;
  return new Uint8Array(
    createHash('sha256')
      .update(JSON.stringify(canonical(rest)))
      .digest(),
  );
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

const actorOf = ({ kind, id }: Actor): string => `${kind}:${id ?? ''}`;

/**
 * The outcome of an earlier call with this key, or null. Two calls at once with one key wait for each other here, so
 * the second one finds the first one's outcome. Throws `IdempotencyKeyReused` when operation or input differ.
 */
export const findReplay = async (
  tx: TenantTransaction,
  { organizationId, actor, idempotency }: Keyed,
  operation: string,
): Promise<string | null> => {
  if (!idempotency) return null;
  const name = `${organizationId}/${actorOf(actor)}/${idempotency.key}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
  const record = await tx.idempotencyRecord.findUnique({
    where: { organizationId_actor_key: { organizationId, actor: actorOf(actor), key: idempotency.key } },
  });
  if (!record) return null;
  const same =
    record.operation === operation && Buffer.from(idempotency.requestHash).equals(record.requestHash);
  if (!same) throw new IdempotencyKeyReused();
  return record.outcomeId;
};

/** Remembers a success. A refusal rolls back with everything else, so its key may be used again. */
export const storeOutcome = async (
  tx: TenantTransaction,
  { organizationId, actor, idempotency }: Keyed,
  operation: string,
  outcomeId: string,
): Promise<void> => {
  if (!idempotency) return;
  await tx.idempotencyRecord.create({
    data: {
      organizationId,
      actor: actorOf(actor),
      key: idempotency.key,
      operation,
      requestHash: new Uint8Array(idempotency.requestHash),
      outcomeId,
    },
  });
};
