import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { CheckBooks } from './books-check.graphql.ts';
import { useBooksChecks } from './use-books-checks.ts';

/** Has the books checked at once instead of next night. */
export const CheckBooksButton = () => {
  const { t } = useTranslation();
  const checks = useBooksChecks();
  const asking = useSubmission({
    send: async (_input: null, idempotencyKey) =>
      unwrap((await execute(CheckBooks, { input: { idempotencyKey } })).checkBooks),
    stale: [queryKeys.booksChecks()],
  });
  return (
    <>
      <SubmissionError submission={asking} />
      <Button
        variant="default"
        leftSection={<IconChecklist size={16} aria-hidden />}
        loading={asking.isSending || checks?.isRunning === true}
        onClick={() => asking.submit(null)}
      >
        {t('books.now')}
      </Button>
    </>
  );
};
