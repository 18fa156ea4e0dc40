import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  getOperationAST,
  Kind,
  OperationTypeNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { encodeCursor } from '../live/cursor.ts';
import type { ApiContext } from './context.ts';
import { maskError } from './mask-error.ts';

/** Under this key a streamed result carries the cursor that becomes the `id:` of its server-sent event. */
export const EVENT_ID: unique symbol = Symbol('event id');

export type StreamedResult = ExecutionResult & { readonly [EVENT_ID]?: string };

/** Yoga has a context of its own, in which ours lies; resolvers get ours and nothing else. */
export interface YogaContext {
  readonly api: ApiContext;
}

const contextOf = (args: ExecutionArgs): ApiContext => (args.contextValue as YogaContext).api;

const masked = <Result extends ExecutionResult>(result: Result, context: ApiContext): Result =>
  result.errors
    ? { ...result, errors: result.errors.map((error) => maskError(error, context, context.ports.log)) }
    : result;

/** Runs an operation once; whatever it has read through ends with it. */
const executeIn = async (context: ApiContext, args: ExecutionArgs): Promise<ExecutionResult> => {
  const { reads, ports } = context;
  try {
    return masked(await execute({ ...args, contextValue: context }), context);
  } finally {
    await reads.end().catch((error: unknown) => ports.log.warn({ err: error }, 'a read did not end well'));
  }
};

const cursorOf = (payload: unknown): string | null =>
  typeof payload === 'object' &&
  payload !== null &&
  'position' in payload &&
  typeof payload.position === 'bigint'
    ? encodeCursor(payload.position)
    : null;

/** Each event is resolved with a context of its own: rights are looked at again and it reads its own snapshot. */
const executeEvent = async (
  context: ApiContext,
  args: ExecutionArgs,
  payload: unknown,
): Promise<StreamedResult> => {
  const result = await executeIn(context.fork(), { ...args, rootValue: payload });
  const cursor = cursorOf(payload);
  return cursor === null ? result : { ...result, [EVENT_ID]: cursor };
};

/**
 * Subscribes. The iterator is written out, because that of an async generator would hold back `return` until the next
 * event has come.
 */
const subscribe = async (
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<StreamedResult> | ExecutionResult> => {
  const context = contextOf(args);
  const leave = context.ports.streams.enter(context);
  const source = await createSourceEventStream({ ...args, contextValue: context }).finally(() =>
    context.reads.end(),
  );
  if (!(Symbol.asyncIterator in source)) {
    leave();
    return masked(source, context);
  }
  const events = source[Symbol.asyncIterator]();
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    leave();
    await events.return?.();
    return { done: true, value: undefined };
  };
  const results: AsyncIterableIterator<StreamedResult> = {
    next: async () => {
      const event = await events.next();
      if (event.done) return end();
      return { done: false, value: await executeEvent(context, args, event.value) };
    },
    return: end,
    throw: async (error) => {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]: () => results,
  };
  return results;
};

const introspects = ({ document, operationName }: ExecutionArgs): boolean => {
  const operation = getOperationAST(document, operationName);
  return (
    operation?.operation === OperationTypeNode.QUERY &&
    operation.selectionSet.selections.some(
      (selection) => selection.kind === Kind.FIELD && /^__(schema|type)$/.test(selection.name.value),
    )
  );
};

const introspectionRefused = (): ExecutionResult => ({
  errors: [
    new GraphQLError('Sign in or send a key to introspect; the schema also lies at /schema.graphql.', {
      extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
    }),
  ],
});

/** Uses graphql's own executor, which Pothos is made for, with our contexts around it. */
export const useExecution = (): Plugin => ({
  onExecute: ({ args, setExecuteFn, setResultAndStopExecution }) => {
    const { caller, ports } = contextOf(args);
    if (caller.kind === 'ANONYMOUS' && ports.env.mode === 'production' && introspects(args))
      setResultAndStopExecution(introspectionRefused());
    else setExecuteFn((given: ExecutionArgs) => executeIn(contextOf(given), given));
  },
  onSubscribe: ({ setSubscribeFn }) =>
    setSubscribeFn(subscribe as unknown as () => AsyncIterableIterator<StreamedResult>),
});
