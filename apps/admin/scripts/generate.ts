import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { generate } from '@graphql-codegen/cli';

const adminRoot = resolve(import.meta.dirname, '..');
const schema = process.env.ZAHLWERK_SCHEMA ?? resolve(adminRoot, '../../schema.graphql');

/** The pay page has documents of its own, so that nothing of the panel gets into its bundle. */
const OUTPUTS = {
  gql: { documents: ['src/**/*.graphql.ts', '!src/pay/**'], atLeast: 40 },
  'pay-gql': { documents: ['src/pay/**/*.graphql.ts'], atLeast: 5 },
};

const outDir = (name: string): string => resolve(adminRoot, 'generated', name);

await generate(
  {
    cwd: adminRoot,
    schema,
    silent: true,
    generates: Object.fromEntries(
      Object.entries(OUTPUTS).map(([name, { documents }]) => [
        `${outDir(name)}/`,
        {
          documents,
          preset: 'client',
          presetConfig: { fragmentMasking: false, skipIndexFile: true },
          config: {
            documentMode: 'string',
            enumsAsTypes: true,
            useTypeImports: true,
            strictScalars: true,
            importExtension: '.ts',
            emitLegacyCommonJSImports: false,
            scalars: {
              BigInt: 'string',
              CurrencyCode: 'string',
              Date: 'string',
              DateTime: 'string',
              Decimal: 'string',
              JSON: 'unknown',
            },
          },
        },
      ]),
    ),
  },
  true,
);

for (const [name, { atLeast }] of Object.entries(OUTPUTS)) {
  const found = readFileSync(`${outDir(name)}/gql.ts`, 'utf8').match(/typeof types\.\w+/g)?.length ?? 0;
  // A reader that silently finds nothing must not pass for a panel without queries.
  if (found < atLeast)
    throw new Error(`Only ${found} GraphQL documents for ${name}; expected at least ${atLeast}.`);
  process.stdout.write(`${name}: ${found} GraphQL documents typed from ${schema}\n`);
}
