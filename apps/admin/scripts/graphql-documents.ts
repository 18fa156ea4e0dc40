import type { Plugin } from 'vite';

const CALL = /graphql\(\s*`([^`]*)`,?\s*\)/g;

/**
 * Replaces each `graphql(…)` call by the generated document itself. The generated lookup table would carry every
 * operation of the panel, twice, into the first screen.
 */
export const graphqlDocuments = (): Plugin => ({
  name: 'zahlwerk-graphql-documents',
  enforce: 'pre',
  transform: {
    filter: { id: /\.graphql\.ts$/ },
    handler(code) {
      const names = new Set<string>();
      const replaced = code
        .replace(CALL, (_call, source: string) => {
          const [, kind, operation] = /(query|mutation|subscription|fragment)\s+(\w+)/.exec(source) ?? [];
          if (!operation) throw new Error(`A GraphQL document without a name: ${source}`);
          const name = `${operation}${kind === 'fragment' ? 'FragmentDoc' : 'Document'}`;
          if (kind === 'fragment') return 'undefined';
          names.add(name);
          return name;
        })
        .replace(/import \{ graphql \} from '([^']+)\/gql';/, (_line, root: string) =>
          names.size > 0 ? `import { ${[...names].join(', ')} } from '${root}/graphql';` : '',
        );
      return { code: replaced, map: null };
    },
  },
});
