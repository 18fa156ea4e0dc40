import { DayInput } from '../form/day-input.tsx';
import type { Day } from '../format/parse-date.ts';

interface DateRangeProps {
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly fromLabel: string;
  readonly untilLabel: string;
  readonly onChange: (range: { readonly from: Day | undefined; readonly until: Day | undefined }) => void;
}

const WIDTH = { base: 'calc(50% - 0.25rem)', xs: 140 };

/** From one day to another, both included; an empty end is open. */
export const DateRange = ({ from, until, fromLabel, untilLabel, onChange }: DateRangeProps) => (
  <>
    <DayInput
      size="xs"
      w={WIDTH}
      clearable
      aria-label={fromLabel}
      placeholder={fromLabel}
      value={from ?? null}
      {...(until && { maxDate: until })}
      onChange={(day) => onChange({ from: day ?? undefined, until })}
    />
    <DayInput
      size="xs"
      w={WIDTH}
      clearable
      aria-label={untilLabel}
      placeholder={untilLabel}
      value={until ?? null}
      {...(from && { minDate: from })}
      onChange={(day) => onChange({ from, until: day ?? undefined })}
    />
  </>
);
