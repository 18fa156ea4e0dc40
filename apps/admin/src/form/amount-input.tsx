import { TextInput, type TextInputProps } from '@mantine/core';
import type { Currency } from '@zahlwerk/domain/money/currency';
import { parseAmount } from '@zahlwerk/domain/money/parse-amount';
import { useFormat } from '../format/use-format.ts';

interface AmountInputProps extends Omit<TextInputProps, 'onChange' | 'value'> {
  /** What was typed; it is read by `parseAmount` when the form is sent. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly currency: Currency;
}

/** Writes a decimal of the API (`1234.5`) the way people of this language type it (`1234,50`). */
export const amountForInput = (decimal: string, locale: 'de' | 'en'): string =>
  locale === 'de' ? decimal.replace('.', ',') : decimal;

/** An amount typed the local way; complete decimals are written when the field is left. */
export const AmountInput = ({ value, onChange, currency, ...rest }: AmountInputProps) => {
  const { locale } = useFormat();
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={value}
      rightSection={<span aria-hidden>{currency}</span>}
      rightSectionWidth={48}
      rightSectionPointerEvents="none"
      styles={{
        input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
        section: { color: 'var(--zw-dim)', fontSize: '0.75rem' },
      }}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      onBlur={() => {
        const parsed = parseAmount(value, locale, currency);
        if (parsed.ok) onChange(amountForInput(parsed.decimal, locale));
      }}
    />
  );
};
