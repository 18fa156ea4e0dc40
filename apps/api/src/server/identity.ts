import { GraphQLError } from 'graphql';
import type { Authenticate } from '../auth/authenticate.ts';
import type { Identity } from '../graphql/context.ts';
import type { ShellContext } from './shell.ts';

/** Who calls a route that is not GraphQL; null when the credentials are no good. A database that is away is thrown. */
export const identityOf = async (authenticate: Authenticate, c: ShellContext): Promise<Identity | null> => {
  try {
    return await authenticate(c.req.raw.headers);
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
};
