import { randomUUID } from 'node:crypto';
import type { GraphqlAnswer, TestClient } from './test-client.ts';

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A mutation of this name with everything that a refusal can tell. */
export const mutationDocument = (field: string, success = 'replayed'): string => `
  mutation ($input: ${capitalized(field)}Input!) {
    ${field}(input: $input) {
      __typename
      ... on ${capitalized(field)}Success { ${success} }
      ... on Error {
        code message path retryable
        ... on ValidationFailed { fields { path code } }
        ... on NotFound { type }
        ... on VersionConflict { currentVersion }
        ... on StepRefused { step unblockedBy }
        ... on CaseRefused { unblockedBy }
      }
    }
  }`;

/** A key that nobody has used. */
export const freshKey = (): string => `test-${randomUUID()}`;

/** Sends a mutation with one `input` and a fresh key, and gives back the whole answer. */
export const send = (
  client: TestClient,
  field: string,
  input: Readonly<Record<string, unknown>>,
  success?: string,
): Promise<GraphqlAnswer> =>
  client.query(mutationDocument(field, success), { input: { idempotencyKey: freshKey(), ...input } });

/** As `send`, but gives back what came of the field alone. */
export const call = async (...asked: Parameters<typeof send>): Promise<GraphqlAnswer['data']> => {
  const { data, errors } = await send(...asked);
  if (!data) throw new Error(`No data: ${JSON.stringify(errors)}`);
  return data[asked[1]];
};
