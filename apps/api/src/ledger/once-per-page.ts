/** Reads a row of a page by its id, for one selection. */
export type ReadRow<TRow> = (selection: object, id: string) => Promise<TRow | undefined>;

/**
 * The rows that belong to a page, read with one statement per selection as soon as the first of them is asked for: asked for
 * one by one they cost more than the page itself.
 */
export const oncePerPage = <TRow extends { readonly id: string }>(
  read: (selection: object) => Promise<readonly TRow[]>,
): ReadRow<TRow> => {
  const known = new Map<string, Promise<ReadonlyMap<string, TRow>>>();
  return async (selection, id) => {
    const key = JSON.stringify(selection);
    const rows =
      known.get(key) ?? read(selection).then((found) => new Map(found.map((row) => [row.id, row])));
    known.set(key, rows);
    return (await rows).get(id);
  };
};
