import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DiscountValues } from './discount-form.ts';

interface DiscountFieldsProps {
  readonly idPrefix: string;
  readonly values: DiscountValues;
  readonly error: string | undefined;
  readonly onChange: (change: Partial<DiscountValues>) => void;
}

/** How much is taken off, as a share or an amount, and what for. */
export const DiscountFields = ({ idPrefix, values, error, onChange }: DiscountFieldsProps) => {
  const { t } = useTranslation();
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput
        id={`${idPrefix}-discount`}
        label={t('lines.wholeDiscount')}
        placeholder={t('lines.discountHint')}
        autoComplete="off"
        value={values.discount}
        error={error}
        onChange={({ currentTarget }) => onChange({ discount: currentTarget.value })}
      />
      {values.discount.trim() ? (
        <TextInput
          id={`${idPrefix}-discountReason`}
          label={t('lines.wholeReason')}
          placeholder={t('lines.reasonHint')}
          maxLength={40}
          value={values.discountReason}
          onChange={({ currentTarget }) => onChange({ discountReason: currentTarget.value })}
        />
      ) : null}
    </SimpleGrid>
  );
};
