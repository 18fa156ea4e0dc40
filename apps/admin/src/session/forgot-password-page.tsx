import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { requestPasswordReset } from './auth-client.ts';
import { AuthError } from './auth-error.tsx';
import { EmailInput } from './email-input.tsx';
import { PublicFrame } from './public-frame.tsx';
import classes from './session.module.css';

/** Asks for the link under which a new password is set. It never tells whether there is such an account. */
export const ForgotPasswordPage = () => {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const asking = useMutation({ mutationFn: () => requestPasswordReset(email) });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    asking.mutate();
  };
  return (
    <PublicFrame title={t('session.forgotTitle')} text={t('session.forgotText')}>
      {asking.isSuccess ? (
        <p role="status">{t('session.forgotSent', { email })}</p>
      ) : (
        <form className={classes.form} onSubmit={onSubmit}>
          <AuthError error={asking.error} />
          <EmailInput value={email} onChange={setEmail} />
          <Button type="submit" loading={asking.isPending}>
            {t('session.forgotSend')}
          </Button>
        </form>
      )}
      <p className={classes.switch}>
        <Link className="link" to={paths.signIn}>
          {t('session.backToSignIn')}
        </Link>
      </p>
    </PublicFrame>
  );
};
