import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from '../src/schema.ts';

/** The committed schema: sorted, so that a diff shows what has changed and nothing else. */
const path = fileURLToPath(new URL('../../../schema.graphql', import.meta.url));
writeFileSync(path, `${printSchema(lexicographicSortSchema(schema))}\n`);
