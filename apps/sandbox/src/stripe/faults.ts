import { newId } from './ids.ts';

/** Ways in which the network or Stripe itself can fail; tests and the sandbox page pull these levers. */
export type Fault =
  | ({ readonly lever: 'webhook_drop' | 'webhook_duplicate' } & WebhookMatch)
  | ({ readonly lever: 'webhook_delay'; readonly seconds: number } & WebhookMatch)
  | ({ readonly lever: 'webhook_reorder'; readonly batch: number } & WebhookMatch)
  | ({ readonly lever: ApiLever } & ApiMatch);

export const WEBHOOK_LEVERS = [
  'webhook_drop',
  'webhook_duplicate',
  'webhook_delay',
  'webhook_reorder',
] as const;
export const API_LEVERS = [
  /** The connection breaks before the request is carried out. */
  'timeout_before',
  /** The request is carried out, its answer is lost. */
  'timeout_after',
  /** 429 `rate_limit`, nothing is carried out. */
  'rate_limit',
  /** 429 `lock_timeout`, nothing is carried out, the SDK is told to retry. */
  'lock_timeout',
  /** 500 before anything is carried out; the idempotency key stays free. */
  'server_error_before',
  /** 500 after the request was carried out; the key replays the 500. */
  'server_error_after',
] as const;
export type ApiLever = (typeof API_LEVERS)[number];

interface WebhookMatch {
  /** Event types it concerns; all when empty. */
  readonly types: readonly string[];
}
interface ApiMatch {
  /** Empty: any method. */
  readonly method: string;
  /** The path must begin with it; empty: any path. */
  readonly path: string;
  /** Milliseconds the caller is kept waiting first. */
  readonly holdMs: number;
  /** It strikes only what exceeds this number of requests in a second of real time. */
  readonly perSecond?: number;
}

export interface PulledLever {
  readonly id: string;
  readonly fault: Fault;
  /** How often it still works; null: until it is released. */
  readonly left: number | null;
}

export interface Faults {
  pull(fault: Fault, times: number | null): PulledLever;
  release(id: string): void;
  releaseAll(): void;
  all(): PulledLever[];
  /** Takes one use of the first API lever that matches, if any. */
  takeForRequest(method: string, path: string): Extract<Fault, { lever: ApiLever }> | undefined;
  takeForEvent(type: string): Extract<Fault, { types: readonly string[] }> | undefined;
  onRelease(listener: () => void): void;
}

type ApiFault = Extract<Fault, { lever: ApiLever }>;
type WebhookFault = Extract<Fault, { types: readonly string[] }>;
const isApiFault = (fault: Fault): fault is ApiFault => 'holdMs' in fault;

export const createFaults = (): Faults => {
  let pulled: PulledLever[] = [];
  const listeners: Array<() => void> = [];
  const seen = new Map<string, number[]>();
  /** Without a limit every request is too many; with one, those beyond it within a second. */
  const isExceeded = ({ id, fault }: PulledLever): boolean => {
    if (!isApiFault(fault) || fault.perSecond === undefined) return true;
    const now = Date.now();
    const recent = (seen.get(id) ?? []).filter((at) => at > now - 1_000);
    if (recent.length >= fault.perSecond) return true;
    seen.set(id, [...recent, now]);
    return false;
  };
  const use = (lever: PulledLever) => {
    if (lever.left === null) return;
    const left = lever.left - 1;
    pulled =
      left > 0 ? pulled.map((p) => (p === lever ? { ...p, left } : p)) : pulled.filter((p) => p !== lever);
  };
  const take = <F extends Fault>(matches: (fault: Fault) => fault is F): F | undefined => {
    for (const lever of pulled) {
      if (!matches(lever.fault) || !isExceeded(lever)) continue;
      use(lever);
      return lever.fault;
    }
    return undefined;
  };
  const released = () => {
    for (const listener of listeners) listener();
  };
  return {
    pull: (fault, times) => {
      const lever = { id: newId('fault'), fault, left: times };
      pulled = [...pulled, lever];
      return lever;
    },
    release: (id) => {
      pulled = pulled.filter((lever) => lever.id !== id);
      released();
    },
    releaseAll: () => {
      pulled = [];
      released();
    },
    all: () => pulled,
    takeForRequest: (method, path) =>
      take(
        (fault): fault is ApiFault =>
          isApiFault(fault) &&
          (fault.method === '' || fault.method === method) &&
          path.startsWith(fault.path),
      ),
    takeForEvent: (type) =>
      take(
        (fault): fault is WebhookFault =>
          !isApiFault(fault) && (fault.types.length === 0 || fault.types.includes(type)),
      ),
    onRelease: (listener) => listeners.push(listener),
  };
};
