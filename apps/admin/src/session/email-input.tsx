import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface EmailInputProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The address under which somebody has an account. */
export const EmailInput = ({ value, onChange }: EmailInputProps) => {
  const { t } = useTranslation();
  return (
    <TextInput
      type="email"
      autoComplete="username"
      required
      withAsterisk={false}
      label={t('session.email')}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
};
