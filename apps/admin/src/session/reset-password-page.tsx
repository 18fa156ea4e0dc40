import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { resetPassword } from './auth-client.ts';
import { AuthError } from './auth-error.tsx';
import { NewPasswordInput } from './new-password-input.tsx';
import { PublicFrame } from './public-frame.tsx';
import classes from './session.module.css';

/** Behind the link in the mail: sets the new password, once. */
export const ResetPasswordPage = () => {
  const { t } = useTranslation();
  const { token } = useParams({ from: paths.resetPassword });
  const [password, setPassword] = useState('');
  const setting = useMutation({ mutationFn: () => resetPassword(token, password) });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setting.mutate();
  };
  return (
    <PublicFrame title={t('session.resetTitle')} text={t('session.resetText')}>
      {setting.isSuccess ? (
        <p role="status">{t('session.resetDone')}</p>
      ) : (
        <form className={classes.form} onSubmit={onSubmit}>
          <AuthError error={setting.error} />
          <NewPasswordInput label={t('session.newPassword')} value={password} onChange={setPassword} />
          <Button type="submit" loading={setting.isPending}>
            {t('session.resetSave')}
          </Button>
        </form>
      )}
      <p className={classes.switch}>
        <Link className="link" to={setting.isSuccess ? paths.signIn : paths.forgotPassword}>
          {t(setting.isSuccess ? 'session.signIn' : 'session.forgotAgain')}
        </Link>
      </p>
    </PublicFrame>
  );
};
