import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const CALL = /graphql\(\s*`([^`]*)`,?\s*\)/g;
const GENERATED = /export const (\w+) = new TypedDocumentString\(`([^`]*)`/g;

const generated = resolve(import.meta.dirname, '../generated');

/** The text of every document by its name, fragments included and white space taken out. */
const textsOf = (folder: string): ReadonlyMap<string, string> => {
  const source = readFileSync(resolve(generated, folder, 'graphql.ts'), 'utf8');
  return new Map(
    [...source.matchAll(GENERATED)].map(([, name = '', text = '']) => [
      name,
      text.replace(/\s+/g, ' ').trim(),
    ]),
  );
};

/**
 * Replaces each `graphql(…)` call by the text of its document. The generated lookup table would carry every
 * operation of the panel, twice, into the first screen; this way each screen brings its own.
 */
export const graphqlDocuments = (): Plugin => ({
  name: 'zahlwerk-graphql-documents',
  enforce: 'pre',
  transform: {
    filter: { id: /\.graphql\.ts$/ },
    handler(code) {
      const folder = /import \{ graphql \} from '#([\w-]+)\/gql';/.exec(code)?.[1];
      if (!folder) return null;
      const texts = textsOf(folder);
      const replaced = code
        .replace(CALL, (_call, source: string) => {
          const [, kind, operation] = /(query|mutation|subscription|fragment)\s+(\w+)/.exec(source) ?? [];
          if (kind === 'fragment') return 'undefined';
          const text = texts.get(`${operation}Document`);
          if (!text) throw new Error(`The GraphQL document ${operation} has not been generated.`);
          return JSON.stringify(text);
        })
        .replace(/import \{ graphql \} from [^;]+;/, '');
      return { code: replaced, map: null };
    },
  },
});
