import { useEffect, useRef, useState } from 'react';

/** The rows whose version has changed since the last rendering; each glows once. */
export const useGlow = <TRow>(
  rows: readonly TRow[],
  rowKey: (row: TRow) => string,
  rowVersion: ((row: TRow) => string) | undefined,
): { readonly glowing: ReadonlySet<string>; readonly fade: (key: string) => void } => {
  const seen = useRef(new Map<string, string>());
  const [glowing, setGlowing] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!rowVersion) return;
    const changed = rows.filter((row) => {
      const before = seen.current.get(rowKey(row));
      return before !== undefined && before !== rowVersion(row);
    });
    for (const row of rows) seen.current.set(rowKey(row), rowVersion(row));
    if (changed.length > 0) setGlowing((already) => new Set([...already, ...changed.map(rowKey)]));
  }, [rows]);
  return {
    glowing,
    fade: (key) => setGlowing((already) => new Set([...already].filter((other) => other !== key))),
  };
};
