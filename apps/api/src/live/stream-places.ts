import { GraphQLError } from 'graphql';
import type { ApiContext, Caller } from '../graphql/context.ts';

const PER_CALLER = 20;
const PER_PROCESS = 500;

/** How many streams may be open at a time, by caller and in all. */
export interface StreamPlaces {
  /** Takes a place and returns what gives it back. Throws when the caller or the process has too many. */
  readonly enter: (reader: Pick<ApiContext, 'caller' | 'ip'>) => () => void;
}

const nameOf = (caller: Caller, ip: string | null): string => {
  if (caller.kind === 'USER') return `session:${caller.sessionId}`;
  return caller.kind === 'KEY' ? `key:${caller.keyId}` : `ip:${ip}`;
};

const tooMany = (limit: number): GraphQLError =>
  new GraphQLError(`No more than ${limit} streams at a time.`, {
    extensions: { code: 'TOO_MANY_STREAMS', limit, http: { status: 429, headers: { 'retry-after': '30' } } },
  });

export const createStreamPlaces = (perCaller = PER_CALLER, perProcess = PER_PROCESS): StreamPlaces => {
  const open = new Map<string, number>();
  let total = 0;
  return {
    enter: ({ caller, ip }) => {
      const name = nameOf(caller, ip);
      const mine = open.get(name) ?? 0;
      if (mine >= perCaller) throw tooMany(perCaller);
      if (total >= perProcess) throw tooMany(perProcess);
      open.set(name, mine + 1);
      total += 1;
      let inside = true;
      return () => {
        if (!inside) return;
        inside = false;
        total -= 1;
        const rest = (open.get(name) ?? 1) - 1;
        if (rest > 0) open.set(name, rest);
        else open.delete(name);
      };
    },
  };
};
