import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SkontoValues } from './skonto-form.ts';

interface SkontoFieldsProps {
  readonly idPrefix: string;
  readonly values: SkontoValues;
  readonly errors: Readonly<Partial<Record<keyof SkontoValues, string | undefined>>>;
  readonly onChange: (change: Partial<SkontoValues>) => void;
}

/** How much may be kept and in how many days; both empty for none. */
export const SkontoFields = ({ idPrefix, values, errors, onChange }: SkontoFieldsProps) => {
  const { t } = useTranslation();
  const field = (name: keyof SkontoValues) => ({
    id: `${idPrefix}-${name}`,
    value: values[name],
    error: errors[name],
    placeholder: t('skonto.none'),
    autoComplete: 'off',
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) =>
      onChange({ [name]: currentTarget.value }),
  });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput {...field('skontoPercent')} label={t('skonto.percent')} inputMode="decimal" />
      <TextInput {...field('skontoDays')} label={t('skonto.days')} inputMode="numeric" />
    </SimpleGrid>
  );
};
