import type { Day } from '../format/parse-date.ts';
import type { MoneyText } from '../format/use-format.ts';

export interface DayFigures {
  readonly day: Day;
  readonly received: MoneyText;
  readonly expected: MoneyText;
}

export interface Bar {
  readonly day: Day;
  readonly kind: 'received' | 'expected';
  readonly amount: MoneyText;
  /** Share of the highest bar, from 0 to 1: a length on the screen, no longer an amount. */
  readonly height: number;
}

const SCALE = 10_000n;

/** One bar per day: what has arrived up to today, what is expected from today on. */
export const cashFlowBars = (days: readonly DayFigures[], today: Day): readonly Bar[] => {
  const plain = days.map(({ day, received, expected }) =>
    day < today || (day === today && received.minor !== '0')
      ? ({ day, kind: 'received', amount: received } as const)
      : ({ day, kind: 'expected', amount: expected } as const),
  );
  const highest = plain.reduce(
    (top, { amount }) => (BigInt(amount.minor) > top ? BigInt(amount.minor) : top),
    0n,
  );
  return plain.map((bar) => {
    const minor = BigInt(bar.amount.minor);
    return {
      ...bar,
      height: highest > 0n && minor > 0n ? Number((minor * SCALE) / highest) / Number(SCALE) : 0,
    };
  });
};
