import { useEffect, useRef } from 'react';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'));

interface RowKeys {
  readonly count: number;
  readonly onMove: (index: number) => void;
  readonly onToggle?: (index: number) => void;
}

/** `j` and `k` walk through the rows, `x` chooses one; Enter opens it because its link has the focus. */
export const useRowKeys = ({
  count,
  onMove,
  onToggle,
}: RowKeys): { readonly setActive: (index: number) => void } => {
  const active = useRef(-1);
  const latest = useRef({ count, onMove, onToggle });
  latest.current = { count, onMove, onToggle };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('[aria-modal="true"]')) return;
      const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0;
      if (step !== 0) {
        const next = Math.min(Math.max(active.current + step, 0), latest.current.count - 1);
        if (next < 0) return;
        active.current = next;
        event.preventDefault();
        latest.current.onMove(next);
      }
      if (event.key === 'x' && active.current >= 0) latest.current.onToggle?.(active.current);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return {
    setActive: (index) => {
      active.current = index;
    },
  };
};
