interface Wanted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A GraphQL subscription; null for a stream that is opened by a plain GET. */
  readonly query: string | null;
}

/** Follows a stream of server-sent events; `seen` gets each one's data when it is there. Ends by being stopped. */
export const follow = async (
  { url, headers, query }: Wanted,
  seen: (data: never, at: number) => void,
): Promise<() => void> => {
  const controller = new AbortController();
  const response = await fetch(url, {
    method: query ? 'POST' : 'GET',
    headers: { ...headers, accept: 'text/event-stream', 'content-type': 'application/json' },
    ...(query ? { body: JSON.stringify({ query }) } : {}),
    signal: controller.signal,
  });
  if (!response.body) throw new Error(`The stream was answered with ${response.status}.`);
  const read = async (stream: ReadableStream<Uint8Array>): Promise<void> => {
    let buffer = '';
    for await (const chunk of stream.pipeThrough(new TextDecoderStream())) {
      const at = performance.now();
      buffer += chunk;
      for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
        const data = /^data: ?(.+)$/m.exec(buffer.slice(0, end))?.[1];
        if (data) seen(JSON.parse(data) as never, at);
        buffer = buffer.slice(end + 2);
      }
    }
  };
  // It ends with an error when it is stopped.
  read(response.body).catch(() => {});
  return () => controller.abort();
};
