import type { Ports } from '../ports.ts';
import type { ApiContext, Identity } from './context.ts';
import type { Language } from './error-text.ts';
import { encodeId } from './ids.ts';
import { createReadTransaction } from './read-transaction.ts';

/** Milliseconds after which a stream looks at the rights of its reader again. */
const RECHECK_MS = 60_000;

/** What the HTTP shell knows of a request before GraphQL does. */
export interface RequestFacts {
  readonly requestId: string;
  readonly ip: string | null;
  /** Breaks the connection of a reader that has stopped reading. */
  readonly cut: () => void;
}

export interface ContextParts extends RequestFacts {
  readonly ports: Ports;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  /** Who the credentials of this request belong to at this moment. Throws when they are no longer good. */
  readonly authenticate: (headers: Headers) => Promise<Identity>;
}

/** The first of our languages that the caller accepts; English for programs that name none. */
export const languageOf = (headers: Headers): Language => {
  const wanted =
    headers
      .get('accept-language')
      ?.toLowerCase()
      .match(/\b(de|en)\b/g) ?? [];
  return wanted[0] === 'de' ? 'de' : 'en';
};

/** Whether the reader is still the one that opened the stream, with every right it had then. */
const isSameReader = (before: Identity, now: Identity): boolean =>
  before.organizationId === now.organizationId &&
  before.actor?.id === now.actor?.id &&
  [...before.permissions].every((permission) => now.permissions.has(permission));

/** The context of one GraphQL operation. */
export const createContext = async (parts: ContextParts): Promise<ApiContext> => {
  const { ports, headers, requestId, ip, signal, authenticate } = parts;
  const first = await authenticate(headers);
  let identity = first;
  let checkedAt = performance.now();

  const stillAllowed = async (now: boolean): Promise<boolean> => {
    if (!now && performance.now() - checkedAt < RECHECK_MS) return true;
    try {
      identity = await authenticate(headers);
    } catch {
      return false;
    }
    checkedAt = performance.now();
    return isSameReader(first, identity);
  };

  const fork = (): ApiContext => {
    const reads = createReadTransaction(ports.db, identity.organizationId);
    const context: ApiContext = {
      ...identity,
      requestId,
      ip,
      language: languageOf(headers),
      ports,
      db: reads.client,
      reads,
      signal,
      lastEventId: headers.get('last-event-id'),
      stillAllowed,
      fork,
      workFor: async (organizationId) => {
        const there = new Headers(headers);
        there.set('x-organization', encodeId('Organization', organizationId));
        identity = await authenticate(there);
        Object.assign(context, identity);
        await reads.enter(organizationId);
      },
    };
    return context;
  };
  return fork();
};
