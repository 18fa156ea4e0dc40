import { newIdempotencyKey } from '../api/idempotency-key.ts';

interface Memory {
  readonly key: string;
  /** What was sent with the key: other content is another intent. */
  readonly content: string;
  /** The pay page that the start has led to; null while its answer is still out. */
  readonly url: string | null;
}

const placeOf = (token: string): string => `link:${token}`;

const read = (token: string): Memory | null => {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(token)) ?? 'null') as Memory | null;
  } catch {
    return null;
  }
};

const write = (token: string, memory: Memory): void => {
  try {
    sessionStorage.setItem(placeOf(token), JSON.stringify(memory));
  } catch {
    // A browser that keeps nothing still has the server's guard against double clicks.
  }
};

/** The key of this start, the same for the same content after a reload or a broken line. */
export const keyOfStart = (token: string, content: string): string => {
  const known = read(token);
  if (known?.content === content && known.url === null) return known.key;
  const key = newIdempotencyKey();
  write(token, { key, content, url: null });
  return key;
};

export const rememberStart = (token: string, url: string): void => {
  const known = read(token);
  if (known) write(token, { ...known, url });
};

/** The pay page of the payment that was started in this tab: whoever comes back goes on with it. */
export const startedUrl = (token: string): string | null => read(token)?.url ?? null;

export const forgetStart = (token: string): void => {
  try {
    sessionStorage.removeItem(placeOf(token));
  } catch {
    // Nothing was kept.
  }
};
