import { DateInput, type DateInputProps } from '@mantine/dates';
import '@mantine/dates/styles.css';
import 'dayjs/locale/de';
import 'dayjs/locale/en-gb';
import { IconCalendar } from '@tabler/icons-react';
import { useBusiness } from '../format/business-context.ts';
import { type Day, parseDay } from '../format/parse-date.ts';
import { useFormat } from '../format/use-format.ts';

interface DayInputProps extends Omit<DateInputProps, 'value' | 'onChange' | 'dateParser' | 'valueFormat'> {
  readonly value: Day | null;
  readonly onChange: (day: Day | null) => void;
}

/** A calendar day: typed the local way (`23.11.`) or picked. */
export const DayInput = ({ value, onChange, ...rest }: DayInputProps) => {
  const { today } = useBusiness();
  const { locale } = useFormat();
  return (
    <DateInput
      {...rest}
      value={value}
      onChange={onChange}
      locale={locale === 'de' ? 'de' : 'en-gb'}
      firstDayOfWeek={1}
      valueFormat={locale === 'de' ? 'DD.MM.YYYY' : 'DD/MM/YYYY'}
      dateParser={(typed) => parseDay(typed, today)}
      rightSection={<IconCalendar size={16} stroke={1.6} aria-hidden />}
      rightSectionPointerEvents="none"
      popoverProps={{ position: 'bottom-start' }}
    />
  );
};
