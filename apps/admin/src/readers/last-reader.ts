const KEY = 'zahlwerk.reader';

/** The reader that was used last at this desk; a browser that keeps nothing has none. */
export const lastReader = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

export const rememberReader = (readerId: string): void => {
  try {
    localStorage.setItem(KEY, readerId);
  } catch {
    // Then it is chosen again next time.
  }
};
