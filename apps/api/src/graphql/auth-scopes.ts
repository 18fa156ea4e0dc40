import type { AuthFailure, ForbiddenResult } from '@pothos/plugin-scope-auth';
import { GraphQLError } from 'graphql';
import type { ApiContext, Caller } from './context.ts';
import type { Permission } from './permissions.ts';

/** How each scope is found to hold at the moment it is asked for; `builder.ts` gives their types. */
export const authScopes = (context: ApiContext) => ({
  public: true,
  signedIn: () => context.caller.kind === 'USER',
  member: () => context.caller.kind === 'USER' && context.caller.member !== null,
  permission: (permission: Permission): boolean =>
    context.organizationId !== null && context.actor !== null && context.permissions.has(permission),
});

export const unauthenticated = (): GraphQLError =>
  new GraphQLError('Sign in, or send a key as "Authorization: Bearer …".', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers: { 'www-authenticate': 'Bearer' } } },
  });

const missingScope = (failure: AuthFailure): string => {
  if ('scope' in failure) {
    const parameter = 'parameter' in failure ? failure.parameter : undefined;
    return typeof parameter === 'string' ? parameter : failure.scope;
  }
  const first = 'failures' in failure ? failure.failures[0] : undefined;
  return first ? missingScope(first) : 'unknown';
};

/** The one answer to a missing right: it names the scope. Who is nobody is asked to sign in first. */
export const refuseAccess = (caller: Caller, { failure }: ForbiddenResult): GraphQLError => {
  if (caller.kind === 'ANONYMOUS') return unauthenticated();
  const scope = missingScope(failure);
  return new GraphQLError(`You need the scope ${scope}.`, {
    extensions: { code: 'FORBIDDEN', requiredScope: scope, http: { status: 403 } },
  });
};
