import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { demoSignIn, signIn } from './auth-client.ts';
import { AuthError } from './auth-error.tsx';
import { type DemoPerson, demoPersonsQuery } from './demo-persons.ts';
import { EmailInput } from './email-input.tsx';
import { PublicFrame } from './public-frame.tsx';
import classes from './session.module.css';
import { useEnter } from './use-enter.ts';

interface DemoRolesProps {
  readonly persons: readonly DemoPerson[];
  readonly isEntering: boolean;
  readonly onEnter: (person: DemoPerson) => void;
}

const DemoRoles = ({ persons, onEnter, isEntering }: DemoRolesProps) => {
  const { t } = useTranslation();
  return (
    <section className={classes.demo}>
      <h2>{t('session.demoTitle')}</h2>
      <p>{t('session.demoText')}</p>
      <div className={classes.roles}>
        {persons.map((person) => (
          <button
            key={person.role}
            type="button"
            className={classes.role}
            disabled={isEntering}
            onClick={() => onEnter(person)}
          >
            <strong>{t(`role.${person.role}`)}</strong>
            <span>{person.name}</span>
          </button>
        ))}
      </div>
    </section>
  );
};

export const SignInPage = () => {
  const { t } = useTranslation();
  const { next } = useSearch({ from: paths.signIn });
  const enter = useEnter();
  const { data: persons = [] } = useQuery(demoPersonsQuery);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const entering = useMutation({
    mutationFn: async (how: () => Promise<void>) => {
      await how();
      await enter(next);
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    entering.mutate(() => signIn(email, password));
  };
  return (
    <PublicFrame title={t('session.signInTitle')} text={t('session.signInText')}>
      <form className={classes.form} onSubmit={onSubmit}>
        <AuthError error={entering.error} />
        <EmailInput value={email} onChange={setEmail} />
        <PasswordInput
          autoComplete="current-password"
          required
          withAsterisk={false}
          label={t('session.password')}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
        />
        <Button type="submit" loading={entering.isPending}>
          {t('session.signIn')}
        </Button>
      </form>
      <p className={classes.switch}>
        <Link className="link" to={paths.forgotPassword}>
          {t('session.forgot')}
        </Link>
      </p>
      <p className={classes.switch}>
        <Link className="link" to={paths.signUp} search={next ? { next } : {}}>
          {t('session.toSignUp')}
        </Link>
      </p>
      {persons.length > 0 ? (
        <DemoRoles
          persons={persons}
          isEntering={entering.isPending}
          onEnter={({ role }) => entering.mutate(() => demoSignIn(role))}
        />
      ) : null}
    </PublicFrame>
  );
};
