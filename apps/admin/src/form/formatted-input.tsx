import { TextInput, type TextInputProps } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import { caretAfter } from '../format/format-while-typing.ts';

interface FormattedInputProps extends Omit<TextInputProps, 'onChange' | 'value' | 'ref'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly format: (typed: string) => string;
}

/** A text input that writes what is typed in its usual form at once and keeps the caret where it was. */
export const FormattedInput = ({ value, onChange, format, ...rest }: FormattedInputProps) => {
  const ref = useRef<HTMLInputElement>(null);
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current !== null && document.activeElement === ref.current) {
      ref.current?.setSelectionRange(caret.current, caret.current);
    }
    caret.current = null;
  }, [value]);
  return (
    <TextInput
      {...rest}
      ref={ref}
      value={format(value)}
      onChange={({ currentTarget }) => {
        const formatted = format(currentTarget.value);
        caret.current = caretAfter(currentTarget.value, currentTarget.selectionStart ?? 0, formatted);
        onChange(formatted);
      }}
    />
  );
};
