import { useEffect, useRef, useState } from 'react';
import { type Page, readAllPages } from './export-pages.ts';

type Progress = { readonly read: number; readonly total: number };

export interface Printing<TRow> {
  /** Everything that was asked for, while it is printed; null on the screen. */
  readonly rows: readonly TRow[] | null;
  readonly progress: Progress | null;
  readonly hasFailed: boolean;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** Prints a whole list: the screen shows only the rows that somebody has scrolled to, paper must not end there. */
export const usePrint = <TRow>(
  load: (after: string | null, signal: AbortSignal) => Promise<Page<TRow>>,
): Printing<TRow> => {
  const running = useRef<AbortController | null>(null);
  const [rows, setRows] = useState<readonly TRow[] | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => () => running.current?.abort(), []);
  useEffect(() => {
    if (rows === null) return;
    const onPrinted = (): void => setRows(null);
    window.addEventListener('afterprint', onPrinted);
    window.print();
    return () => window.removeEventListener('afterprint', onPrinted);
  }, [rows]);
  const read = async (): Promise<void> => {
    const leaving = new AbortController();
    running.current = leaving;
    setHasFailed(false);
    setProgress({ read: 0, total: 0 });
    try {
      setRows(
        await readAllPages({
          load: (after) => load(after, leaving.signal),
          onProgress: (done, total) => setProgress({ read: done, total }),
          signal: leaving.signal,
        }),
      );
    } catch {
      setHasFailed(!leaving.signal.aborted);
    } finally {
      setProgress(null);
    }
  };
  return { rows, progress, hasFailed, start: () => void read(), cancel: () => running.current?.abort() };
};
