import {
  type ComplexityErrorFn,
  ComplexityErrorKind,
  type FieldComplexityFunction,
} from '@pothos/plugin-complexity';
import { GraphQLError, getNamedType, getNullableType, isListType } from 'graphql';
import type { ApiContext } from './context.ts';

/** What one operation may cost at most: levels, fields, and fields times the sizes of their lists. */
export const COMPLEXITY = { depth: 14, breadth: 900, complexity: 60_000 };

/** What a list without a page size is taken to hold. */
const USUAL_LENGTH = 10;

const pageSize = ({ first, last }: Readonly<Record<string, unknown>>): number | null => {
  const asked = typeof first === 'number' ? first : last;
  return typeof asked === 'number' ? Math.max(1, Math.min(asked, 100)) : null;
};

/** A field costs 1; what lies below a list, or below a connection, is paid for as often as it is asked for. */
export const fieldComplexity: FieldComplexityFunction<ApiContext, Record<string, unknown>> = (
  args,
  _context,
  field,
) => {
  const isList = isListType(getNullableType(field.type));
  const isConnection = getNamedType(field.type).name.endsWith('Connection');
  // The connection has been paid for already.
  const multiplier =
    field.name === 'edges' ? 1 : (pageSize(args) ?? (isList || isConnection ? USUAL_LENGTH : 1));
  return { field: 1, multiplier };
};

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
