import { type ComplexityErrorFn, ComplexityErrorKind } from '@pothos/plugin-complexity';
import { GraphQLError } from 'graphql';

/** What one operation may cost at most: levels, fields, and fields times the sizes of their lists. */
export const COMPLEXITY = { depth: 14, breadth: 400, complexity: 60_000 };

/** What one document may hold at most, counted before anything runs. */
export const DOCUMENT = { tokens: 3_000, aliases: 40, directives: 60, rootMutations: 1 };

export type LimitCode =
  | 'QUERY_TOO_DEEP'
  | 'QUERY_TOO_BROAD'
  | 'QUERY_TOO_COMPLEX'
  | 'DOCUMENT_TOO_LONG'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_DIRECTIVES'
  | 'TOO_MANY_MUTATIONS';

/** A request that asks for too much; says by how much. */
export const limitExceeded = (code: LimitCode, limit: number, actual: number | null): GraphQLError =>
  new GraphQLError(`${code}: the limit is ${limit}${actual === null ? '' : `, this has ${actual}`}.`, {
    extensions: { code, limit, actual, http: { status: 400 } },
  });

export const complexityError: ComplexityErrorFn = (kind, { depth, breadth, complexity }) => {
  switch (kind) {
    case ComplexityErrorKind.Depth:
      return limitExceeded('QUERY_TOO_DEEP', COMPLEXITY.depth, depth);
    case ComplexityErrorKind.Breadth:
      return limitExceeded('QUERY_TOO_BROAD', COMPLEXITY.breadth, breadth);
    default:
      return limitExceeded('QUERY_TOO_COMPLEX', COMPLEXITY.complexity, complexity);
  }
};
