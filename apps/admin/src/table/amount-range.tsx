import { TextInput } from '@mantine/core';
import type { Currency } from '@zahlwerk/domain/money/currency';
import { money, toDecimal } from '@zahlwerk/domain/money/money';
import { parseAmount } from '@zahlwerk/domain/money/parse-amount';
import { parseDecimal } from '@zahlwerk/domain/money/parse-decimal';
import { useEffect, useState } from 'react';
import { amountForInput } from '../form/amount-input.tsx';
import { useAmountError } from '../form/use-amount-error.ts';
import { useFormat } from '../format/use-format.ts';
import type { Minor } from './address.ts';

interface AmountRangeProps {
  readonly from: Minor | undefined;
  readonly until: Minor | undefined;
  readonly fromLabel: string;
  readonly untilLabel: string;
  readonly currency: Currency;
  readonly onChange: (range: { readonly from: Minor | undefined; readonly until: Minor | undefined }) => void;
}

/** From one amount to another, both included and typed the local way; an empty end is open. */
export const AmountRange = ({ from, until, fromLabel, untilLabel, currency, onChange }: AmountRangeProps) => (
  <>
    <AmountEnd
      label={fromLabel}
      value={from}
      currency={currency}
      onChange={(next) => onChange({ from: next, until })}
    />
    <AmountEnd
      label={untilLabel}
      value={until}
      currency={currency}
      onChange={(next) => onChange({ from, until: next })}
    />
  </>
);

interface AmountEndProps {
  readonly label: string;
  readonly value: Minor | undefined;
  readonly currency: Currency;
  readonly onChange: (value: Minor | undefined) => void;
}

/** Read when it is left or sent with Enter: half an amount is another amount. */
const AmountEnd = ({ label, value, currency, onChange }: AmountEndProps) => {
  const { locale } = useFormat();
  const errorText = useAmountError();
  const written =
    value === undefined ? '' : amountForInput(toDecimal(money(BigInt(value), currency)), locale);
  const [text, setText] = useState(written);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => setText(written), [written]);
  const read = (): void => {
    setError(null);
    if (text.trim() === '') {
      if (value !== undefined) onChange(undefined);
      return;
    }
    const typed = parseAmount(text, locale, currency);
    const parsed = typed.ok ? parseDecimal(typed.decimal, currency) : typed;
    if (!parsed.ok) {
      setError(errorText(parsed.code));
      return;
    }
    const minor = Number(parsed.value.minor);
    setText(amountForInput(toDecimal(parsed.value), locale));
    if (minor !== value) onChange(minor);
  };
  return (
    <TextInput
      size="xs"
      w={{ base: 'calc(50% - 0.25rem)', xs: 110 }}
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      placeholder={label}
      value={text}
      error={error}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={read}
      onKeyDown={({ key }) => {
        if (key === 'Enter') read();
      }}
    />
  );
};
