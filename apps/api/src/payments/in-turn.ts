const last = new Map<string, Promise<unknown>>();

/**
 * Work about one thing is done one after the other within this process, in the order in which it was asked for; work about
 * other things does not wait. Only saves effort: between processes the case's lock decides.
 */
export const inTurn = async <T>(about: string, work: () => Promise<T>): Promise<T> => {
  const turn = (last.get(about) ?? Promise.resolve()).then(work, work);
  last.set(about, turn);
  try {
    return await turn;
  } finally {
    if (last.get(about) === turn) last.delete(about);
  }
};
