import type { TextInputProps } from '@mantine/core';
import type { CountryCode } from 'libphonenumber-js/max';
import { useEffect, useRef, useState } from 'react';
import { FormattedInput } from './formatted-input.tsx';

interface PhoneInputProps extends Omit<TextInputProps, 'onChange' | 'value' | 'ref'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The country whose national spelling is meant when no `+` is typed. */
  readonly country: string;
}

/** A telephone number, grouped the way its country does. The numbering plans are loaded when the field is first used. */
export const PhoneInput = ({ country, ...rest }: PhoneInputProps) => {
  const [used, setUsed] = useState(false);
  const [format, setFormat] = useState<((typed: string) => string) | null>(null);
  const countryCode = useRef(country);
  countryCode.current = country;
  useEffect(() => {
    if (!used) return;
    let gone = false;
    void import('libphonenumber-js/max').then(({ AsYouType }) => {
      if (gone) return;
      setFormat(() => (typed: string) => new AsYouType(countryCode.current as CountryCode).input(typed));
    });
    return () => {
      gone = true;
    };
  }, [used]);
  return (
    <FormattedInput
      type="tel"
      autoComplete="off"
      {...rest}
      onFocus={() => setUsed(true)}
      format={format ?? ((typed) => typed)}
    />
  );
};
