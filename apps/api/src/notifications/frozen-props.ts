import { type Message, Prisma } from '@zahlwerk/db/generated/client';
import { withTenant } from '@zahlwerk/db/tenant';
import type { Ports } from '../ports.ts';

/** Links and codes are left out: they are derived again from their ids, and whoever reads one in the database could use it. */
const isSecret = (key: string): boolean => key.endsWith('Url') || key === 'code';

interface FrozenBigint {
  readonly $bigint: string;
}

const isFrozenBigint = (value: unknown): value is FrozenBigint =>
  typeof value === 'object' && value !== null && '$bigint' in value;

/** As it is kept with the message. */
export const freeze = (props: object): Prisma.InputJsonObject =>
  JSON.parse(
    JSON.stringify(props, (key, value: unknown) => {
      if (isSecret(key)) return undefined;
      return typeof value === 'bigint' ? { $bigint: value.toString() } : value;
    }),
  );

/** What was kept, as it was. */
export const thaw = (frozen: unknown): object =>
  JSON.parse(JSON.stringify(frozen), (_key, value: unknown) =>
    isFrozenBigint(value) ? BigInt(value.$bigint) : value,
  );

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was frozen, with today's secrets in the places, however deep, where they had been left out. */
const withSecrets = (frozen: unknown, fresh: unknown): unknown => {
  if (!isRecord(frozen) || !isRecord(fresh)) return frozen;
  const secrets = Object.entries(fresh).filter(([key]) => isSecret(key));
  const rest = Object.entries(frozen).map(([key, value]) => [key, withSecrets(value, fresh[key])]);
  return Object.fromEntries([...secrets, ...rest]);
};

/**
 * What a message says, frozen with its first try: the provider knows its key with that content (rule 9), and a second
 * try after a lost answer says the same, whatever has happened to the case in between.
 */
export const frozenProps = async <Props extends object>(
  { db }: Ports,
  { organizationId, id, parameters }: Message,
  fresh: Props,
): Promise<Props> => {
  const frozen = parameters ?? (await keep(db, organizationId, id, freeze(fresh)));
  return withSecrets(thaw(frozen), fresh) as Props;
};

const keep = (
  db: Ports['db'],
  organizationId: string,
  id: string,
  parameters: Prisma.InputJsonObject,
): Promise<Message['parameters']> =>
  withTenant(db, organizationId, async (tx) => {
    await tx.message.updateMany({
      where: { organizationId, id, parameters: { equals: Prisma.DbNull } },
      data: { parameters },
    });
    const where = { organizationId_id: { organizationId, id } };
    return (await tx.message.findUniqueOrThrow({ where })).parameters;
  });
