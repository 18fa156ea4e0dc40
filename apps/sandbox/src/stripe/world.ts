import type Stripe from 'stripe';
import type { VirtualClock } from '../clock/virtual-clock.ts';
import type { DueKind } from '../state/records.ts';
import type { Store, Tables } from '../state/store.ts';
import type { Faults } from './faults.ts';
import { newId } from './ids.ts';

/** A webhook endpoint given by the environment; it hears the events of every account. */
export interface ConfiguredEndpoint {
  /** `{account}` in it is replaced by the account's id. */
  readonly url: string;
  readonly secret: string;
}

/** What all requests share. */
export interface World {
  readonly store: Store;
  readonly clock: VirtualClock;
  readonly faults: Faults;
  readonly configuredEndpoint: ConfiguredEndpoint | null;
  /** Where browsers reach the hosted pages, without a slash at the end. */
  readonly stripeUrl: string;
}

/** One account, seen during one request or one piece of due work. */
export interface Scope {
  readonly world: World;
  readonly account: string;
  readonly tables: Tables;
  readonly request: Stripe.Event.Request;
  /** Unix seconds on the virtual clock. */
  now(): number;
}

export const openScope = (
  world: World,
  account: string,
  request: Stripe.Event.Request = { id: null, idempotency_key: null },
): Scope => ({
  world,
  account,
  tables: world.store.tablesOf(account),
  request,
  now: () => world.clock.now(),
});

/** Lets something happen by itself once the virtual clock reaches `at` (unix seconds). */
export const schedule = (scope: Scope, kind: DueKind, at: number, subject: string): void => {
  scope.tables.dueWork.put({ id: newId('due'), at, kind, subject });
};

/** Takes back what was scheduled for a subject. */
export const unschedule = (scope: Scope, kind: DueKind, subject: string): void => {
  for (const work of scope.tables.dueWork.newestFirst()) {
    if (work.kind === kind && work.subject === subject) scope.tables.dueWork.remove(work.id);
  }
};
