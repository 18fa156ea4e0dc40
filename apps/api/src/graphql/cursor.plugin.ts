import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import { GraphQLError, type GraphQLFieldResolver } from 'graphql';

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      cursor: CursorPlugin<Types>;
    }
  }
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** Lists are walked along by id, the organization first; the event log has cursors of its own and judges them itself. */
const FORM = new RegExp(`^GPC:T:\\["S:${ID}","S:${ID}"\\]$`);

const isCursor = (cursor: unknown): boolean =>
  typeof cursor === 'string' &&
  cursor.length < 300 &&
  FORM.test(Buffer.from(cursor, 'base64').toString('utf8'));

const noCursor = (): GraphQLError =>
  new GraphQLError('This is no cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });

/** A cursor that is none of its list is the caller's mistake, and the database is not asked about it. */
class CursorPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { name, args: declared }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (!('before' in declared) || /events$/i.test(name)) return resolve;
    return (root, args: { after?: unknown; before?: unknown }, ...rest) => {
      for (const cursor of [args.after ?? null, args.before ?? null])
        if (cursor !== null && !isCursor(cursor)) throw noCursor();
      return resolve(root, args, ...rest);
    };
  }
}

const PLUGIN = 'cursor';
SchemaBuilder.registerPlugin(PLUGIN, CursorPlugin);

export const cursorPlugin: typeof PLUGIN = PLUGIN;
