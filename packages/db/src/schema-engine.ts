import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { Pool } from 'pg';

const NO_EXCEPTIONS = { externalTables: [], externalEnums: [] };

/** The part of the runtime's WebAssembly that is used; its types come only with a browser's library. */
interface WebAssemblyRuntime {
  instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
}

/** Columns of Postgres's one-byte type "char", which the adapter does not know and the engine insists on. */
const ONE_BYTE = /constr\.contype(?= AS)|\bcon\.conf(?:del|upd)type/g;
const ONE_BYTE_NAMES = new Set(['constraint_type', 'confdeltype', 'confupdtype']);

let loaded: Promise<void> | undefined;

/** Loads Prisma's own migration engine, as WebAssembly: nothing is downloaded, no binary is needed. */
const load = (): Promise<void> => {
  loaded ??= (async () => {
    const path = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const runtime = (globalThis as unknown as { WebAssembly: WebAssemblyRuntime }).WebAssembly;
    const bytes = await readFile(path.replace(/\.js$/, '.wasm'));
    // The bindings and the module need each other; a bundler would tie this knot.
    const { instance } = await runtime.instantiate(bytes, { './schema_engine_bg.js': bindings });
    bindings.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
  })();
  return loaded;
};

/**
 * Runs `work` with an engine that talks through the given pool. The engine hides what Postgres said when a script
 * fails, so the original error is kept and thrown in its place.
 */
export const withSchemaEngine = async <T>(
  pool: Pool,
  work: (engine: bindings.SchemaEngine, filters: typeof NO_EXCEPTIONS) => Promise<T>,
): Promise<T> => {
  await load();
  const inner = new PrismaPg(pool);
  let original: unknown;
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: inner.provider,
    adapterName: inner.adapterName,
    connectToShadowDb: () => inner.connectToShadowDb(),
    connect: async () => {
      // Each connection listens for the pool's errors, one per migration: more than Node thinks healthy.
      pool.setMaxListeners(pool.getMaxListeners() + 1);
      const adapter = await inner.connect();
      // The adapter's own version cuts scripts at every semicolon, also inside a function's body.
      adapter.executeScript = async (script) => {
        try {
          await pool.query(script);
        } catch (error) {
          original = error;
          throw error;
        }
      };
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = async (query) => {
        const result = await queryRaw({ ...query, sql: query.sql.replace(ONE_BYTE, '$&::text') });
        const columnTypes = result.columnTypes.map((type, index) =>
          ONE_BYTE_NAMES.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type,
        );
        return { ...result, columnTypes };
      };
      return adapter;
    },
  };
  const engine = await bindings.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await work(engine, NO_EXCEPTIONS);
  } catch (error) {
    throw original ?? error;
  } finally {
    engine.free();
  }
};
