import type { TestApi } from '../create-test-api.ts';
import { queryAll } from '../rows.ts';
import type { GraphqlAnswer, TestClient } from '../test-client.ts';
import type { LivedInBusiness } from './a-lived-in-business.ts';
import type { Fill, Operation } from './operations.ts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Every uuid that stands in a row of this business. */
const uuidsOf = async (api: TestApi, organizationId: string): Promise<ReadonlySet<string>> => {
  const tables = await queryAll<{ name: string }>(
    api.database,
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'organization_id'`,
  );
  const rows = await queryAll<{ row: string }>(
    api.database,
    tables
      .map(({ name }) => `SELECT to_jsonb(one)::text AS row FROM ${name} one WHERE organization_id = $1`)
      .join(' UNION ALL '),
    [organizationId],
  );
  return new Set(rows.flatMap(({ row }) => row.match(UUID) ?? []));
};

/** All texts of an answer, keys too, and what they say when they are taken for an opaque id or a cursor. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value, Buffer.from(value, 'base64url').toString('utf8')];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...textsOf(item)]);
};

/** Tells what of a business shows in an answer; built once, because it knows every id of that business. */
export const aLookout = async (api: TestApi, { word, organizationId }: LivedInBusiness) => {
  const uuids = await uuidsOf(api, organizationId);
  return (answer: unknown): readonly string[] =>
    textsOf(answer).filter(
      (text) =>
        text.toLowerCase().includes(word.toLowerCase()) ||
        (text.match(UUID) ?? []).some((uuid) => uuids.has(uuid)),
    );
};

export interface Leak {
  readonly operation: string;
  readonly problem: string;
}

export const nameOf = ({ kind, field, foreignAt }: Operation): string =>
  `${kind} ${field}${foreignAt ? ` with another's ${foreignAt}` : ''}`;

/** The answer without what is new in every one of them. */
const comparable = ({ status, data, errors }: GraphqlAnswer): string =>
  JSON.stringify({
    status,
    data,
    errors: errors?.map(({ message, path, extensions: { requestId: _, ...rest } }) => ({
      message,
      path,
      rest,
    })),
  });

const LIMITS = /QUERY_TOO|DOCUMENT_TOO|TOO_MANY|GRAPHQL_/;

interface Attempt {
  readonly client: TestClient;
  readonly operation: Operation;
  readonly own: Fill;
  readonly foreign: Fill;
  /** Names things that do not exist at all. */
  readonly unknown: Fill;
  readonly seen: (answer: unknown) => readonly string[];
}

/** Runs one operation with what belongs to another business in it, and says what was wrong with the answer. */
export const findLeaks = async ({
  client,
  operation,
  own,
  foreign,
  unknown,
  seen,
}: Attempt): Promise<readonly Leak[]> => {
  const leak = (problem: string): Leak => ({ operation: nameOf(operation), problem });
  const ask = (fill: Fill) => client.query(operation.document, operation.variables(own, fill));
  const answer = await ask(foreign);
  const leaks = seen(answer).map((text) => leak(`shows ${text}`));
  const broken =
    answer.errors?.filter(({ extensions: { code } }) => code === 'INTERNAL' || LIMITS.test(code)) ?? [];
  leaks.push(...broken.map(({ extensions, message }) => leak(`is broken: ${extensions.code} ${message}`)));
  if (operation.foreignAt === null) return leaks;
  const other = comparable(await ask(unknown));
  return comparable(answer) === other
    ? leaks
    : [...leaks, leak(`differs from unknown: ${comparable(answer)} ≠ ${other}`)];
};
