import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
import { chosenOrganization } from './organization-choice.ts';

const ENDPOINT = '/graphql';

/** A generated GraphQL document: the text to send, and the types of what goes in and comes out. */
export type TypedDocument<TResult, TVariables> = DocumentTypeDecoration<TResult, TVariables> & {
  toString(): string;
};

export interface GraphQLErrorShape {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly [key: string]: unknown };
}

/** The API could not be reached or answered with something that is no GraphQL response. Nothing is known about the outcome. */
export class ConnectionFailed extends Error {}

/** Top-level errors: syntax, authentication, permission, faults. Refusals of a mutation are data, not this. */
export class RequestFailed extends Error {
  readonly code: string;

  constructor(errors: readonly GraphQLErrorShape[]) {
    super(errors.map(({ message }) => message).join(' '));
    this.code = errors[0]?.extensions?.code ?? 'INTERNAL_SERVER_ERROR';
  }
}

/** The language in which the API words its reasons and refusals. */
let acceptLanguage = 'de';
export const setRequestLanguage = (language: string): void => {
  acceptLanguage = language;
};

/** For which business and in which language a request of this tab is made. */
export const originHeaders = (): Record<string, string> => {
  const organization = chosenOrganization.get();
  return { 'accept-language': acceptLanguage, ...(organization && { 'x-organization': organization }) };
};

export const requestHeaders = (accept: string): Record<string, string> => ({
  accept,
  'content-type': 'application/json',
  ...originHeaders(),
});

interface GraphQLResponse<TResult> {
  readonly data?: TResult | null;
  readonly errors?: readonly GraphQLErrorShape[];
}

/** Runs a query or a mutation. Throws `ConnectionFailed` or `RequestFailed`. */
export const execute = async <TResult, TVariables>(
  document: TypedDocument<TResult, TVariables>,
  variables: TVariables,
  signal?: AbortSignal,
): Promise<TResult> => {
  const response = await fetch(ENDPOINT, {
    method: 'POST',
    credentials: 'same-origin',
    headers: requestHeaders('application/graphql-response+json, application/json'),
    body: JSON.stringify({ query: document.toString(), variables }),
    signal: signal ?? null,
  }).catch((cause: unknown) => {
    throw new ConnectionFailed('The server could not be reached.', { cause });
  });
  const body = await readBody<TResult>(response);
  if (body.errors?.length) throw new RequestFailed(body.errors);
  if (!body.data) throw new ConnectionFailed(`The server answered ${response.status} without data.`);
  return body.data;
};

const readBody = async <TResult>(response: Response): Promise<GraphQLResponse<TResult>> => {
  try {
    return (await response.json()) as GraphQLResponse<TResult>;
  } catch (cause) {
    throw new ConnectionFailed(`The server answered ${response.status} without JSON.`, { cause });
  }
};
