/** How long things took, in milliseconds. */
export interface Percentiles {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

export const percentilesOf = (durations: readonly number[]): Percentiles => {
  const sorted = [...durations].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return {
    count: sorted.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: sorted.at(-1) ?? Number.NaN,
  };
};

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Prints durations under their names, with what each is of the first. */
export const printDurations = (rows: Readonly<Record<string, Percentiles>>): void => {
  const [reference] = Object.values(rows);
  console.table(
    Object.fromEntries(
      Object.entries(rows).map(([name, { count, p50, p95, p99, max }]) => [
        name,
        {
          count,
          'p50 ms': rounded(p50),
          'p95 ms': rounded(p95),
          'p99 ms': rounded(p99),
          'max ms': rounded(max),
          'p99 ratio': rounded(p99 / (reference?.p99 ?? p99)),
        },
      ]),
    ),
  );
};
