import type { Entry, Journal } from './journal.ts';

/** The objects of one kind that belong to one account. Values are never mutated, only replaced. */
export interface Table<T extends { id: string }> {
  get(id: string): T | undefined;
  put(value: T): T;
  remove(id: string): void;
  /** Newest creation first, as Stripe lists; an update keeps an object's place. */
  newestFirst(): T[];
}

/** All objects of one kind, over all accounts. */
export interface Shelf<T extends { id: string }> {
  of(account: string): Table<T>;
  find(id: string): Entry<T> | undefined;
  entries(): Entry<T>[];
  /** The entries that are still open, found without looking at all others. */
  open(): Entry<T>[];
  restore(id: string, entry: Entry<T>): void;
}

export const createShelf = <T extends { id: string }>(
  journal: Journal,
  name: string,
  isOpen: (value: T) => boolean = () => true,
): Shelf<T> => {
  const entries = new Map<string, Entry<T>>();
  const openIds = new Set<string>();
  const byAccount = new Map<string, Map<string, Entry<T>>>();

  const own = (account: string): Map<string, Entry<T>> => {
    const known = byAccount.get(account) ?? new Map<string, Entry<T>>();
    byAccount.set(account, known);
    return known;
  };
  const set = (id: string, entry: Entry<T>) => {
    entries.set(id, entry);
    own(entry.account).set(id, entry);
    if (isOpen(entry.value)) openIds.add(id);
    else openIds.delete(id);
  };
  const unset = (id: string, account: string) => {
    entries.delete(id);
    own(account).delete(id);
    openIds.delete(id);
  };
  /** A removed entry that comes back would stand at the end of its map, so the map is built anew. */
  const putBack = (id: string, entry: Entry<T>) => {
    const wasGone = !entries.has(id);
    set(id, entry);
    if (wasGone) {
      const sorted = [...own(entry.account)].sort(([, a], [, b]) => a.seq - b.seq);
      byAccount.set(entry.account, new Map(sorted));
    }
  };
  const note = (id: string, account: string, before: Entry<T> | undefined) =>
    journal.note(
      name,
      id,
      () => entries.get(id),
      () => (before ? putBack(id, before) : unset(id, account)),
    );

  const of = (account: string): Table<T> => ({
    get: (id) => own(account).get(id)?.value,
    put: (value) => {
      const before = own(account).get(value.id);
      // Frozen, so that an event's snapshot cannot change under it.
      set(value.id, { account, seq: before?.seq ?? journal.nextSeq(), value: Object.freeze(value) });
      note(value.id, account, before);
      return value;
    },
    remove: (id) => {
      const before = own(account).get(id);
      if (!before) return;
      unset(id, account);
      note(id, account, before);
    },
    newestFirst: () => [...own(account).values()].reverse().map((entry) => entry.value),
  });

  return {
    of,
    find: (id) => entries.get(id),
    entries: () => [...entries.values()],
    open: () => [...openIds].flatMap((id) => entries.get(id) ?? []),
    restore: set,
  };
};
