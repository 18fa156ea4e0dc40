import { Button } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { Note } from '../ui/note.tsx';
import { RetryBankImport } from './bank.graphql.ts';

/** A file that could not be read in hours of trying: nothing of it is lost, and anybody at the desk may try again. */
export const FailedImport = ({ importId }: { importId: string }) => {
  const { t } = useTranslation();
  const retrying = useSubmission({
    send: async (id: string, idempotencyKey) =>
      unwrap((await execute(RetryBankImport, { input: { importId: id, idempotencyKey } })).retryBankImport),
    stale: [queryKeys.bankImports()],
  });
  return (
    <Note tone="bad" icon={IconAlertCircle} title={t('bank.failed')}>
      <SubmissionError submission={retrying} />
      <p>{t('bank.failedText')}</p>
      <Button
        size="xs"
        variant="default"
        loading={retrying.isSending}
        onClick={() => retrying.submit(importId)}
      >
        {t('bank.retry')}
      </Button>
    </Note>
  );
};
