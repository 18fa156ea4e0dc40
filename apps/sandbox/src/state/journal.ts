/** A stored object: whose account it belongs to, and its place in the order of creation. */
export interface Entry<T> {
  readonly account: string;
  readonly seq: number;
  readonly value: T;
}

/** One object that differs from what is on disk; without an entry it was removed. */
export interface Change {
  readonly shelf: string;
  readonly id: string;
  readonly entry: Entry<unknown> | undefined;
}

/** Remembers what a unit of work has touched, so that it can be written as a whole or undone as a whole. */
export interface Journal {
  nextSeq(): number;
  note(shelf: string, id: string, read: () => Entry<unknown> | undefined, undo: () => void): void;
  changes(): Change[];
  clear(): void;
  undo(): void;
}

export const createJournal = (firstSeq: number): Journal => {
  let seq = firstSeq;
  const touched = new Map<string, { shelf: string; id: string; read: () => Entry<unknown> | undefined }>();
  let undos: Array<() => void> = [];
  const clear = () => {
    touched.clear();
    undos = [];
  };
  return {
    nextSeq: () => seq++,
    note: (shelf, id, read, undo) => {
      touched.set(`${shelf}/${id}`, { shelf, id, read });
      undos.push(undo);
    },
    changes: () => [...touched.values()].map(({ shelf, id, read }) => ({ shelf, id, entry: read() })),
    clear,
    undo: () => {
      for (const undo of undos.reverse()) undo();
      clear();
    },
  };
};
