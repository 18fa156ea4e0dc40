import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { signUp } from './auth-client.ts';
import { AuthError } from './auth-error.tsx';
import { EmailInput } from './email-input.tsx';
import { NewPasswordInput } from './new-password-input.tsx';
import { PublicFrame } from './public-frame.tsx';
import classes from './session.module.css';
import { useEnter } from './use-enter.ts';

/** Who comes from an invitation goes back to it, and may sign up because of it. */
const invitationIn = (next: string | undefined): string | null =>
  /^\/invitation\/([\w-]+)$/.exec(next ?? '')?.[1] ?? null;

export const SignUpPage = () => {
  const { t } = useTranslation();
  const { next } = useSearch({ from: paths.signUp });
  const enter = useEnter();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signingUp = useMutation({
    mutationFn: async () => {
      await signUp(name, email, password, invitationIn(next));
      await enter(next ?? paths.createBusiness);
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    signingUp.mutate();
  };
  return (
    <PublicFrame title={t('session.signUpTitle')} text={t('session.signInText')}>
      <form className={classes.form} onSubmit={onSubmit}>
        <AuthError error={signingUp.error} />
        <TextInput
          autoComplete="name"
          required
          withAsterisk={false}
          label={t('session.name')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <EmailInput value={email} onChange={setEmail} />
        <NewPasswordInput label={t('session.password')} value={password} onChange={setPassword} />
        <Button type="submit" loading={signingUp.isPending}>
          {t('session.signUp')}
        </Button>
      </form>
      <p className={classes.switch}>
        <Link className="link" to={paths.signIn} search={next ? { next } : {}}>
          {t('session.toSignIn')}
        </Link>
      </p>
    </PublicFrame>
  );
};
