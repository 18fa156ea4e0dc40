import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { generate } from '@graphql-codegen/cli';

const adminRoot = resolve(import.meta.dirname, '..');
const schema = process.env['ZAHLWERK_SCHEMA'] ?? resolve(adminRoot, '../../schema.graphql');
const outDir = resolve(adminRoot, 'generated/gql');

/** Fewer documents than this means the reader has silently found nothing (it does not use the TypeScript compiler). */
const AT_LEAST = 20;

await generate(
  {
    cwd: adminRoot,
    schema,
    documents: ['src/**/*.graphql.ts'],
    silent: true,
    generates: {
      [`${outDir}/`]: {
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
    },
  },
  true,
);

const documents = readFileSync(`${outDir}/gql.ts`, 'utf8').match(/types\.\w+Document/g)?.length ?? 0;
if (documents < AT_LEAST) {
  throw new Error(`Only ${documents} GraphQL documents were found under ${adminRoot}/src; expected at least ${AT_LEAST}.`);
}
process.stdout.write(`${documents} GraphQL documents typed from ${schema}\n`);
