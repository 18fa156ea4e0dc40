import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { TemporarilyUnavailable } from './errors.ts';
import { isPassing } from './passing-error.ts';

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      busy: BusyPlugin<Types>;
    }
  }
}

/** A mutation that a busy database has stopped says so as a member of its union: it may be sent again as it is. */
class BusyPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(
    resolve: GraphQLFieldResolver<unknown, Types['Context'], object>,
    { kind }: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (kind !== 'Mutation') return resolve;
    return async (...args) => {
      try {
        return await resolve(...args);
      } catch (error) {
        throw isPassing(error) ? new TemporarilyUnavailable({ cause: error }) : error;
      }
    };
  }
}

const PLUGIN = 'busy';
SchemaBuilder.registerPlugin(PLUGIN, BusyPlugin);

export const busyPlugin: typeof PLUGIN = PLUGIN;
