import { type CaseSearch, parseCaseSearch } from './case-search.ts';

/** A list of cases under a name; it holds nothing but what stands in the address. */
export interface SavedView {
  readonly name: string;
  readonly search: CaseSearch;
}

const MOST = 20;
const LONGEST_NAME = 40;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what was kept; what it does not understand is left out. */
export const parseViews = (text: string | null): readonly SavedView[] => {
  try {
    const kept: unknown = JSON.parse(text ?? '[]');
    return (Array.isArray(kept) ? kept : []).flatMap((one: unknown) =>
      isRecord(one) && typeof one.name === 'string' && isRecord(one.search)
        ? [{ name: one.name, search: parseCaseSearch(one.search) }]
        : [],
    );
  } catch {
    return [];
  }
};

/** With one more view, by name; one of the same name is replaced, and the oldest make room. */
export const withView = (views: readonly SavedView[], { name, search }: SavedView): readonly SavedView[] => {
  const called = name.trim().slice(0, LONGEST_NAME);
  return [...views.filter((view) => view.name !== called), { name: called, search }].slice(-MOST);
};

/** The view that shows this very list. */
export const viewOf = (views: readonly SavedView[], search: CaseSearch): SavedView | undefined => {
  const written = (one: CaseSearch): string => JSON.stringify(Object.entries(one).sort());
  return views.find((view) => written(view.search) === written(search));
};
