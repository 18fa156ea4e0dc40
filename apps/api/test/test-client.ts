export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** What to send as `cookie` from now on. */
  readonly cookie: string;
  readonly body: unknown;
}

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code: string };
}

/** Tests read answers as they come; what they expect is in their assertions. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what a test asserts
export type Data = any;

export interface GraphqlAnswer {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly GraphqlError[];
}

export interface ServerSentEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: Data;
}

export interface EventReader {
  /** The next event; waits for it. Null at the end of the stream. */
  readonly next: () => Promise<ServerSentEvent | null>;
  readonly take: (count: number) => Promise<readonly ServerSentEvent[]>;
  readonly close: () => Promise<void>;
  readonly status: number;
}

export interface TestClient {
  readonly url: string;
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly query: (document: string, variables?: Readonly<Record<string, unknown>>) => Promise<GraphqlAnswer>;
  readonly subscribe: (
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<EventReader>;
}

const cookieOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

const parseEvent = (block: string): ServerSentEvent | null => {
  const fields = new Map(
    block
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith(':'))
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const event = fields.get('event');
  if (!event) return null;
  const data = fields.get('data');
  return { id: fields.get('id') ?? null, event, data: data ? JSON.parse(data) : null };
};

/** Reads server-sent events only as far as it is asked to. */
const readEvents = (response: Response, leave: () => void): EventReader => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  const next = async (): Promise<ServerSentEvent | null> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end >= 0) {
        const event = parseEvent(buffer.slice(0, end));
        buffer = buffer.slice(end + 2);
        if (event?.event === 'complete') return null;
        if (event) return event;
        continue;
      }
      const chunk = await reader?.read().catch(() => null);
      if (!chunk || chunk.done) return null;
      buffer += chunk.value;
    }
  };
  return {
    status: response.status,
    next,
    take: async (count) => {
      const events: ServerSentEvent[] = [];
      while (events.length < count) {
        const event = await next();
        if (!event) break;
        events.push(event);
      }
      return events;
    },
    close: async () => leave(),
  };
};

/** Speaks HTTP to a running API with fixed credentials, as a page of the given origin does. */
export const createTestClient = (
  url: string,
  credentials: Readonly<Record<string, string>>,
  origin = url,
): TestClient => {
  const send = (
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
    signal: AbortSignal | null = null,
  ): Promise<Response> =>
    fetch(`${url}${path}`, {
      method: 'POST',
      signal,
      headers: { 'content-type': 'application/json', origin, ...credentials, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    url,
    get: (path, headers = {}) =>
      fetch(`${url}${path}`, { headers: { ...credentials, ...headers }, redirect: 'manual' }),
    post: async (path, body, headers) => {
      const response = await send(path, body, headers);
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        cookie: cookieOf(response.headers),
        body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
      };
    },
    query: async (document, variables = {}) => {
      const response = await send('/graphql', { query: document, variables });
      return { status: response.status, ...((await response.json()) as Omit<GraphqlAnswer, 'status'>) };
    },
    subscribe: async (document, variables = {}, headers = {}) => {
      const leaving = new AbortController();
      const accept = { accept: 'text/event-stream', ...headers };
      const response = await send('/graphql', { query: document, variables }, accept, leaving.signal);
      return readEvents(response, () => leaving.abort());
    },
  };
};
