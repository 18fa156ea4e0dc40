import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header.tsx';
import { changePassword } from './auth-client.ts';
import { AuthError } from './auth-error.tsx';
import { NewPasswordInput } from './new-password-input.tsx';
import classes from './session.module.css';
import { useSession } from './session.ts';

/** The person's own access, whatever the business: who is signed in, and the password. */
export const AccountPage = () => {
  const { t } = useTranslation();
  const { viewer } = useSession();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const changing = useMutation({
    mutationFn: () => changePassword(current, password),
    onSuccess: () => {
      setCurrent('');
      setPassword('');
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    changing.mutate();
  };
  return (
    <>
      <PageHeader title={t('session.accountTitle')} />
      <p>{`${viewer.name} · ${viewer.email}`}</p>
      <section className={classes.account}>
        <h2>{t('session.changeTitle')}</h2>
        <p>{t('session.changeText')}</p>
        <form className={classes.form} onSubmit={onSubmit}>
          <AuthError error={changing.error} />
          {changing.isSuccess ? <p role="status">{t('session.changed')}</p> : null}
          <PasswordInput
            autoComplete="current-password"
            required
            withAsterisk={false}
            label={t('session.currentPassword')}
            value={current}
            onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
          />
          <NewPasswordInput label={t('session.newPassword')} value={password} onChange={setPassword} />
          <Button type="submit" loading={changing.isPending}>
            {t('session.changeSave')}
          </Button>
        </form>
      </section>
    </>
  );
};
