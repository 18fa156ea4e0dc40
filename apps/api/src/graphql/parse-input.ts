import type { z } from 'zod';
import { type ErrorPath, type FieldError, ValidationFailed } from './errors.ts';

const CODE = /^[A-Z][A-Z0-9_]+$/;

/** Parsers of the domain speak in codes; what zod says in its own words is brought to one. */
const codeOf = (issue: z.core.$ZodIssue): string => {
  if (CODE.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'REQUIRED' : 'MALFORMED';
  if (issue.code === 'too_small') return issue.origin === 'string' ? 'TOO_SHORT' : 'TOO_SMALL';
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'TOO_LONG' : 'TOO_BIG';
  return issue.code === 'invalid_format' ? 'MALFORMED' : 'NOT_VALID';
};

const pathOf = (base: ErrorPath, issue: z.core.$ZodIssue): ErrorPath => [...base, ...issue.path.map(String)];

/**
 * Parses what a caller has sent. Throws `ValidationFailed` with every wrong field, each path starting with `base`.
 * It belongs at the start of a resolver: scopes are checked before it, and the errors plugin catches what it throws.
 */
export const parseInput = <Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  base: ErrorPath = ['input'],
): z.output<Schema> => {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(
    (issue): FieldError => ({ path: pathOf(base, issue), code: codeOf(issue) }),
  );
  throw new ValidationFailed(fields);
};
