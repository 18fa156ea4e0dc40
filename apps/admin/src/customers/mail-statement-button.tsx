import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { Refused, unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import type { Day } from '../format/parse-date.ts';
import { useFormat } from '../format/use-format.ts';
import { ConfirmIrreversible } from '../ui/confirm-irreversible.tsx';
import { MailAccountStatement } from './mail-statement.graphql.ts';

interface MailStatementButtonProps {
  readonly customerId: string;
  readonly email: string;
  readonly from: Day;
  readonly until: Day;
}

const isMailedToday = (error: unknown): boolean =>
  error instanceof Refused && error.error.code === 'STATEMENT_MAILED_TODAY';

/** Mails the statement after one look at where it goes; a second one on the same day is asked about once more. */
export const MailStatementButton = ({ customerId, email, from, until }: MailStatementButtonProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const sending = useSubmission({
    send: async (said: { readonly again: boolean }, idempotencyKey) => {
      const input = { customerId, from, until, ...said, idempotencyKey };
      return unwrap((await execute(MailAccountStatement, { input })).mailAccountStatement);
    },
    stale: [queryKeys.customer(customerId)],
    onSuccess: () => {
      setIsOpen(false);
      notifications.show({ message: t('customers.statementMailed'), color: 'teal', withBorder: true });
    },
  });
  const again = isMailedToday(sending.error);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMail size={17} aria-hidden />}
        onClick={() => {
          sending.reset();
          setIsOpen(true);
        }}
      >
        {t('customers.mailStatement')}
      </Button>
      <ConfirmIrreversible
        opened={isOpen}
        title={t('customers.mailStatementTitle')}
        confirmLabel={again ? t('customers.mailAgain') : t('customers.mailStatement')}
        loading={sending.isSending}
        onConfirm={() => sending.submit({ again })}
        onCancel={() => setIsOpen(false)}
      >
        {again ? null : <SubmissionError submission={sending} />}
        <p>
          {again
            ? t('customers.mailedToday')
            : t('customers.mailStatementText', { email, from: format.day(from), until: format.day(until) })}
        </p>
      </ConfirmIrreversible>
    </>
  );
};
