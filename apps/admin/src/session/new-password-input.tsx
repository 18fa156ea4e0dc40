import { PasswordInput } from '@mantine/core';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@zahlwerk/domain/accounts/password.schema';
import { useTranslation } from 'react-i18next';

interface NewPasswordInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A password that is to be used from now on, with what it has to be like. */
export const NewPasswordInput = ({ label, value, onChange }: NewPasswordInputProps) => {
  const { t } = useTranslation();
  return (
    <PasswordInput
      autoComplete="new-password"
      required
      withAsterisk={false}
      minLength={SHORTEST_PASSWORD}
      maxLength={LONGEST_PASSWORD}
      label={label}
      description={t('session.passwordHint', { length: SHORTEST_PASSWORD })}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
};
