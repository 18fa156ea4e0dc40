import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core';
import type { GraphQLFieldResolver } from 'graphql';
import { ProviderNotConnected } from '../stripe/accounts.ts';
import { isAway, isKeyRefused } from '../stripe/provider-error.ts';
import { ProviderUnavailable, TemporarilyUnavailable } from './errors.ts';
import { isPassing } from './passing-error.ts';

declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      busy: BusyPlugin<Types>;
    }
  }
}

/** What stands in the way outside this process, as the error that a caller can react to; anything else as it is. */
const named = (error: unknown): unknown => {
  if (isAway(error)) return new ProviderUnavailable('PROVIDER_UNAVAILABLE', { cause: error });
  if (error instanceof ProviderNotConnected || isKeyRefused(error))
    return new ProviderUnavailable('PROVIDER_NOT_CONNECTED', { cause: error });
  return isPassing(error) ? new TemporarilyUnavailable({ cause: error }) : error;
};

/**
 * A mutation that a busy database or a provider out of reach has stopped says so as a member of its union: it may be
 * sent again as it is.
 */
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
        throw named(error);
      }
    };
  }
}

const PLUGIN = 'busy';
SchemaBuilder.registerPlugin(PLUGIN, BusyPlugin);

export const busyPlugin: typeof PLUGIN = PLUGIN;
