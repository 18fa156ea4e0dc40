/** The workers of one queue in this process, and which of them have nothing to do. */
export interface Crew<Worker> {
  readonly join: (worker: Worker) => void;
  readonly begin: (worker: Worker) => void;
  readonly end: (worker: Worker) => void;
  /**
   * Whom to wake for this many new jobs: those who have been idle the longest. Whoever works looks for the next job anyway,
   * so a crew that is busy needs no waking; each look costs the database a query.
   */
  readonly wake: (jobs: number) => readonly Worker[];
}

export const startCrew = <Worker>(): Crew<Worker> => {
  const idle = new Set<Worker>();
  const toTheEnd = (worker: Worker): void => {
    idle.delete(worker);
    idle.add(worker);
  };
  return {
    join: toTheEnd,
    begin: (worker) => {
      idle.delete(worker);
    },
    end: toTheEnd,
    wake: (jobs) => {
      const woken = [...idle].slice(0, jobs);
      // One that has been woken is on its way to a job: the next one is somebody else's.
      for (const worker of woken) toTheEnd(worker);
      return woken;
    },
  };
};
