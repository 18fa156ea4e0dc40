import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { ConnectProvider } from '../session/business.graphql.ts';
import classes from './provider-form.module.css';

/** Connects a Stripe account by its secret key, which is kept encrypted and never shown again. */
export const ProviderForm = ({ onConnected }: { onConnected?: () => void }) => {
  const { t } = useTranslation();
  const [secretKey, setSecretKey] = useState('');
  const connecting = useSubmission({
    send: async (key: string, idempotencyKey) =>
      unwrap(
        (await execute(ConnectProvider, { input: { provider: 'STRIPE', secretKey: key, idempotencyKey } }))
          .connectProvider,
      ),
    stale: [queryKeys.organization()],
    onSuccess: () => {
      setSecretKey('');
      onConnected?.();
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    connecting.submit(secretKey.trim());
  };
  return (
    <form onSubmit={onSubmit} noValidate className={classes.form}>
      <SubmissionError
        submission={connecting}
        fields={{ secretKey: { label: t('newBusiness.secretKey'), inputId: 'provider-key' } }}
      />
      <PasswordInput
        id="provider-key"
        label={t('newBusiness.secretKey')}
        placeholder="sk_test_…"
        autoComplete="off"
        value={secretKey}
        error={connecting.fieldErrors.secretKey}
        onChange={({ currentTarget }) => setSecretKey(currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        loading={connecting.isSending}
        disabled={secretKey.trim() === ''}
      >
        {t('newBusiness.connect')}
      </Button>
    </form>
  );
};
