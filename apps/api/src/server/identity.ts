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

/** The same for what is saved by a link: it cannot send a header, so `organization` names the business. */
export const identityOfLink = (authenticate: Authenticate, c: ShellContext): Promise<Identity | null> => {
  const named = c.req.query('organization');
  const withHeader: Authenticate = (headers) => {
    const all = new Headers(headers);
    if (named) all.set('x-organization', named);
    return authenticate(all);
  };
  return identityOf(withHeader, c);
};
