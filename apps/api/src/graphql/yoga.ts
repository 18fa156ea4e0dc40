import type { GraphQLSchema } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Authenticate } from '../auth/authenticate.ts';
import { useEventStream } from '../live/event-stream.ts';
import type { Ports } from '../ports.ts';
import { createContext, type RequestFacts } from './create-context.ts';
import { limitAliasesAndDirectives, limitRootMutations, parseLimited } from './document-limits.ts';
import { useExecution, type YogaContext } from './execution.ts';
import { useFitText } from './fit-text.ts';
import { maskError } from './mask-error.ts';

export interface GraphqlSettings {
  readonly schema: GraphQLSchema;
  readonly ports: Ports;
  readonly authenticate: Authenticate;
}

const useDocumentLimits = (): Plugin => ({
  onParse: ({ setParseFn }) => setParseFn((source: string) => parseLimited(source)),
  onValidate: ({ addValidationRule }) => {
    addValidationRule(limitAliasesAndDirectives);
    addValidationRule(limitRootMutations);
  },
});

/** What cannot run at all is answered with 400, whatever media type the caller accepts. */
const useStatusOfErrors = (): Plugin => ({
  onExecutionResult: ({ result }) => {
    if (!result || Symbol.asyncIterator in result) return;
    for (const { extensions } of result.errors ?? []) if (extensions?.http) extensions.http.spec = false;
  },
});

/** The GraphQL endpoint: POST and JSON only (the shell sees to it), no batches, no uploads, errors masked. */
export const createGraphql = ({ schema, ports, authenticate }: GraphqlSettings) =>
  createYoga<RequestFacts, YogaContext>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    cors: false,
    logging: false,
    // Node's own instead of Yoga's stand-ins: a stand-in's stream kills the process when its reader goes away. They
    // are named one by one because globals cannot be spread.
    fetchAPI: { fetch, Request, Response, Headers, ReadableStream, TransformStream, WritableStream },
    context: async ({ request, requestId, ip, cut }) => ({
      api: await createContext({
        ports,
        authenticate,
        requestId,
        ip,
        cut,
        headers: request.headers,
        signal: request.signal,
      }),
    }),
    maskedErrors: {
      // What happens before there is a context; the rest is masked where it is executed.
      maskError: (error) => maskError(error, { requestId: null, language: 'en' }, ports.log),
    },
    plugins: [useDocumentLimits(), useFitText(), useStatusOfErrors(), useExecution(), useEventStream()],
  });

export type Graphql = ReturnType<typeof createGraphql>;
