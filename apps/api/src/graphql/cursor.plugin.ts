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

/** Lists are walked along by id, the event log by position; the organization comes first. */
const BY_ID = new RegExp(`^GPC:T:\\["S:${ID}","S:${ID}"\\]$`);
const BY_POSITION = new RegExp(`^GPC:T:\\["S:${ID}","I:\\d{1,18}"\\]$`);

const isCursor = (form: RegExp, cursor: unknown): boolean =>
  typeof cursor === 'string' &&
  cursor.length < 300 &&
  form.test(Buffer.from(cursor, 'base64').toString('utf8'));

const noCursor = (): GraphQLError =>
  new GraphQLError('This is no cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });

/** A cursor that is none of its list is the caller's mistake, and the database is not asked about it. */
class CursorPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { name, args: declared }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (!('before' in declared)) return resolve;
    const form = /events$/i.test(name) ? BY_POSITION : BY_ID;
    return (root, args: { after?: unknown; before?: unknown }, ...rest) => {
      for (const cursor of [args.after ?? null, args.before ?? null])
        if (cursor !== null && !isCursor(form, cursor)) throw noCursor();
      return resolve(root, args, ...rest);
    };
  }
}

const PLUGIN = 'cursor';
SchemaBuilder.registerPlugin(PLUGIN, CursorPlugin);

export const cursorPlugin: typeof PLUGIN = PLUGIN;
