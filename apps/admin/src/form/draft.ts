import { useEffect, useRef } from 'react';

const storageKey = (name: string): string => `zahlwerk.draft.${name}`;

/** What was typed before a reload; null when there is nothing usable. */
export const readDraft = <TValues extends object>(name: string): Partial<TValues> | null => {
  try {
    const text = sessionStorage.getItem(storageKey(name));
    return text === null ? null : (JSON.parse(text) as Partial<TValues>);
  } catch {
    return null;
  }
};

/** Keeps what is typed over a reload of this tab. `forget` throws it away once it has been sent. */
export const useDraft = <TValues extends object>(
  name: string,
  values: TValues,
  isDirty: boolean,
): { forget: () => void } => {
  const sent = useRef(false);
  useEffect(() => {
    if (isDirty && !sent.current) sessionStorage.setItem(storageKey(name), JSON.stringify(values));
  }, [name, values, isDirty]);
  return {
    forget: () => {
      sent.current = true;
      sessionStorage.removeItem(storageKey(name));
    },
  };
};
