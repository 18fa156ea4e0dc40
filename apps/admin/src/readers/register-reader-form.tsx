import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { RegisterReader } from './readers.graphql.ts';
import classes from './readers.module.css';

/** Registers one reader by the code on its display. */
export const RegisterReaderForm = () => {
  const { t } = useTranslation();
  const [registrationCode, setCode] = useState('');
  const [label, setLabel] = useState('');
  const registering = useSubmission({
    send: async (input: { registrationCode: string; label: string }, idempotencyKey) =>
      unwrap((await execute(RegisterReader, { input: { ...input, idempotencyKey } })).registerReader),
    stale: [queryKeys.readers()],
    onSuccess: ({ reader }) => {
      setCode('');
      setLabel('');
      const message = t('readers.registered', { label: reader.label });
      notifications.show({ message, color: 'teal', withBorder: true });
    },
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    registering.submit({ registrationCode: registrationCode.trim(), label: label.trim() });
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <SubmissionError
        submission={registering}
        fields={{
          registrationCode: { label: t('readers.code'), inputId: 'reader-code' },
          label: { label: t('readers.label'), inputId: 'reader-label' },
        }}
      />
      <div className={classes.form}>
        <TextInput
          id="reader-code"
          label={t('readers.code')}
          placeholder={t('readers.codeExample')}
          autoComplete="off"
          value={registrationCode}
          error={registering.fieldErrors.registrationCode}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
        />
        <TextInput
          id="reader-label"
          label={t('readers.label')}
          placeholder={t('readers.labelExample')}
          autoComplete="off"
          maxLength={60}
          value={label}
          error={registering.fieldErrors.label}
          onChange={({ currentTarget }) => setLabel(currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={registering.isSending}
          disabled={registrationCode.trim() === '' || label.trim() === ''}
        >
          {t('readers.register')}
        </Button>
      </div>
    </form>
  );
};
