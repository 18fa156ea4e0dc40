import { PothosError, PothosValidationError } from '@pothos/core';
import { GraphQLError, type GraphQLErrorOptions } from 'graphql';
import type { Logger } from 'pino';
import { errorText, isPlainCode, type Language } from './error-text.ts';
import { ExpectedError } from './errors.ts';
import { isPassing } from './passing-error.ts';

/** What the schema's library complains about is our mistake, unless it is about an argument. */
const isFaultOfOurs = (error: GraphQLError): boolean =>
  error instanceof PothosError && !(error instanceof PothosValidationError);

type At = Pick<GraphQLErrorOptions, 'nodes' | 'source' | 'positions' | 'path'>;

const placeOf = (error: unknown): At =>
  error instanceof GraphQLError
    ? {
        nodes: error.nodes ?? null,
        source: error.source ?? null,
        positions: error.positions ?? null,
        path: error.path ?? null,
      }
    : {};

const tell = (error: unknown, message: string, extensions: Readonly<Record<string, unknown>>): GraphQLError =>
  new GraphQLError(message, { ...placeOf(error), extensions });

/** Whose request it is: in what language to answer, under which id to log. */
export interface Asker {
  readonly requestId: string | null;
  readonly language: Language;
}

/**
 * What a caller gets to see of an error: ours as they are, the rest as `INTERNAL` with the id of the request, under
 * which the log has everything.
 */
export const maskError = (error: unknown, { requestId, language }: Asker, log: Logger): GraphQLError => {
  const cause = (error instanceof GraphQLError ? error.originalError : null) ?? error;
  if (cause instanceof GraphQLError && !isFaultOfOurs(cause)) {
    const found = error instanceof GraphQLError ? error : cause;
    return found.extensions.code
      ? tell(found, found.message, found.extensions)
      : tell(found, found.message, { ...found.extensions, code: 'BAD_USER_INPUT' });
  }
  // An expected error on a field that has no union, a query's for instance.
  if (cause instanceof ExpectedError) {
    const { code, path, retryable } = cause;
    return tell(error, isPlainCode(code) ? errorText(code, language) : cause.message, {
      code,
      path,
      retryable,
    });
  }
  if (isPassing(cause)) {
    log.warn({ err: cause, requestId }, 'the database is busy or away');
    const text = errorText('TEMPORARILY_UNAVAILABLE', language);
    return tell(error, text, { code: 'TEMPORARILY_UNAVAILABLE', retryable: true, http: { status: 503 } });
  }
  log.error({ err: cause, requestId }, 'a field has failed');
  return tell(error, 'Something went wrong on our side.', {
    code: 'INTERNAL',
    requestId,
    http: { status: 500 },
  });
};
