import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import type PrismaTypes from '@zahlwerk/db/generated/pothos-types';
import { getDatamodel } from '@zahlwerk/db/generated/pothos-types';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { authScopes, refuseAccess } from './auth-scopes.ts';
import { busyPlugin } from './busy.plugin.ts';
import type { ApiContext, MemberContext, SignedInContext, TenantContext } from './context.ts';
import { cursorPlugin } from './cursor.plugin.ts';
import { describePlugin } from './describe.plugin.ts';
import { IdempotencyKeyReused, NotFound, TemporarilyUnavailable, ValidationFailed } from './errors.ts';
import { encodeId, isUuid, splitId } from './ids.ts';
import { COMPLEXITY, complexityError, fieldComplexity } from './limits.ts';
import type { Permission } from './permissions.ts';

interface SchemaTypes {
  PrismaTypes: PrismaTypes;
  Context: ApiContext;
  DefaultFieldNullability: false;
  DefaultInputFieldRequiredness: true;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  /** The type half of `defaultStrategy` below: every scope named must hold. */
  DefaultAuthStrategy: 'all';
  AuthScopes: {
    /** On purpose open to anybody. */
    public: boolean;
    signedIn: boolean;
    member: boolean;
    permission: Permission;
  };
  AuthContexts: {
    public: ApiContext;
    signedIn: SignedInContext;
    member: MemberContext;
    permission: TenantContext;
  };
  Scalars: {
    ID: { Input: string; Output: string | number };
    BigInt: { Input: bigint; Output: bigint };
    Date: { Input: string; Output: string | Date };
    DateTime: { Input: Date; Output: Date };
    Decimal: { Input: string; Output: string };
    CurrencyCode: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
  };
}

/** For functions that add fields to inputs of several types. */
export type ApiSchemaTypes = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What no node could have as its id finds nothing, like an unknown id. */
const isNodeId = (schema: GraphQLSchema, { typename, id }: { typename: string; id: string }): boolean => {
  const type = schema.getType(typename);
  return isUuid(id) && isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node');
};

/** Prisma throws for a row that is not there or that the wall hides; to the caller both are nothing. */
const orNothing = async (find: () => unknown): Promise<unknown> => {
  try {
    return await find();
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2025') return null;
    throw error;
  }
};

const AFTER = 'Cursor of the edge after which the page begins.';
const BEFORE = 'Cursor of the edge before which the page ends.';

/** The one schema builder. Errors wrap scopes, so that only what a resolver throws becomes a member of a union. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [
    ErrorsPlugin,
    ScopeAuthPlugin,
    ComplexityPlugin,
    PrismaPlugin,
    RelayPlugin,
    describePlugin,
    busyPlugin,
    cursorPlugin,
  ],
  defaultFieldNullability: false,
  defaultInputFieldRequiredness: true,
  scopeAuth: {
    defaultStrategy: 'all',
    authorizeOnSubscribe: true,
    unauthorizedError: (_parent, { caller }, _info, result) => refuseAccess(caller, result),
    authScopes,
  },
  errors: {
    directResult: true,
    defaultTypes: [ValidationFailed, NotFound, IdempotencyKeyReused, TemporarilyUnavailable],
    defaultUnionOptions: {
      name: ({ fieldName }) => `${capitalized(fieldName)}Result`,
      description: 'What came of it: the success, or one of the expected errors.',
    },
  },
  prisma: {
    client: (context) => context.db,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
    filterConnectionTotalCount: true,
    maxConnectionSize: 100,
    defaultConnectionSize: 50,
  },
  relay: {
    encodeGlobalID: encodeId,
    decodeGlobalID: splitId,
    cursorType: 'String',
    nodeQueryOptions: {
      description: 'Any object by its id; null when the caller may not see it.',
      authScopes: { permission: 'organization:read' },
      nullable: true,
      resolve: (_root, { id }, _context, { schema }, resolveNode) =>
        isNodeId(schema, id) ? orNothing(() => resolveNode(id)) : null,
      args: { id: { description: 'The id of the object.' } },
    },
    nodesQueryOptions: false,
    nodeTypeOptions: { description: 'Something with an id of its own.' },
    pageInfoTypeOptions: { description: 'Where a page lies in its list.' },
    beforeArgOptions: { description: BEFORE },
    afterArgOptions: { description: AFTER },
    firstArgOptions: { description: 'How many from the beginning; at most 100.' },
    lastArgOptions: { description: 'How many from the end; at most 100.' },
    edgesFieldOptions: { nullable: { list: false, items: false }, description: 'The entries of this page.' },
    nodeFieldOptions: { nullable: false, description: 'The entry itself.' },
    cursorFieldOptions: { description: 'Marks the place of this entry.' },
    pageInfoFieldOptions: { description: 'Where this page lies in the list.' },
    hasNextPageFieldOptions: { description: 'Whether there is more after this page.' },
    hasPreviousPageFieldOptions: { description: 'Whether there is more before this page.' },
    startCursorFieldOptions: { description: 'Cursor of the first entry of this page.' },
    endCursorFieldOptions: { description: 'Cursor of the last entry of this page.' },
    idFieldOptions: { description: 'Opaque and unique among all objects.' },
    defaultConnectionTypeOptions: { description: 'One page of a list.' },
    defaultEdgeTypeOptions: { description: 'One entry of a page.' },
  },
  complexity: { limit: COMPLEXITY, complexityError, fieldComplexity },
});

builder.queryType({ description: 'Everything that can be read.' });
builder.mutationType({ description: 'Everything that can be done. A refusal has written nothing.' });
builder.subscriptionType({ description: 'Everything that can be followed live, over server-sent events.' });
