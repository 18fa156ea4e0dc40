import {
  ConnectionFailed,
  type GraphQLErrorShape,
  RequestFailed,
  requestHeaders,
  type TypedDocument,
} from './graphql-client.ts';

interface Message {
  readonly event: string;
  readonly data: string;
}

/** Cuts server-sent events out of a byte stream. Comments (keep-alives) and unfinished messages are left out. */
export async function* readMessages(body: ReadableStream<Uint8Array>): AsyncGenerator<Message> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const message = parseBlock(block);
        if (message) yield message;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const parseBlock = (block: string): Message | null => {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith('event:')) event = line.slice(6).trim();
    if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  return data.length > 0 || event !== 'message' ? { event, data: data.join('\n') } : null;
};

/**
 * Runs a subscription over server-sent events (GraphQL over SSE, distinct connections). Ends when the server
 * completes it; throws `ConnectionFailed` when the line breaks and `RequestFailed` when the server refuses.
 */
export async function* subscribe<TResult, TVariables>(
  document: TypedDocument<TResult, TVariables>,
  variables: TVariables,
  { signal, onOpen }: { signal: AbortSignal; onOpen?: () => void },
): AsyncGenerator<TResult> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: requestHeaders('text/event-stream'),
    body: JSON.stringify({ query: document.toString(), variables }),
    signal,
  }).catch((cause: unknown) => {
    throw new ConnectionFailed('The live connection could not be opened.', { cause });
  });
  if (!response.ok || !response.body) throw await refusal(response);
  onOpen?.();
  for await (const { event, data } of readMessages(response.body)) {
    if (event === 'complete') return;
    if (event !== 'next' || data === '') continue;
    const result = JSON.parse(data) as { data?: TResult | null; errors?: readonly GraphQLErrorShape[] };
    if (result.errors?.length) throw new RequestFailed(result.errors);
    if (result.data) yield result.data;
  }
  throw new ConnectionFailed('The live connection has ended.');
}

const refusal = async (response: Response): Promise<Error> => {
  const text = await response.text().catch(() => '');
  try {
    const { errors } = JSON.parse(text) as { errors?: readonly GraphQLErrorShape[] };
    if (errors?.length) return new RequestFailed(errors);
  } catch {
    // No JSON: an answer of something between us and the API.
  }
  return new ConnectionFailed(`The live connection was refused with ${response.status}.`);
};
