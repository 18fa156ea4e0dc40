import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { Refused, unwrap } from '../api/refusal.ts';
import { useSubmission } from '../form/use-submission.ts';
import { ClaimTask } from './tasks.graphql.ts';

/** Takes a task that nobody has yet. When somebody has been faster, it says so. */
export const ClaimButton = ({ taskId }: { taskId: string }) => {
  const { t } = useTranslation();
  const claiming = useSubmission({
    send: async (id: string, idempotencyKey) => {
      try {
        return unwrap((await execute(ClaimTask, { input: { taskId: id, idempotencyKey } })).claimTask);
      } catch (error) {
        notifications.show({
          color: 'red',
          withBorder: true,
          message: error instanceof Refused ? error.message : t('errors.unexpected'),
        });
        throw error;
      }
    },
    stale: [[queryKeys.tasks()[0]]],
    onSuccess: () => notifications.show({ message: t('tasks.claimed'), color: 'teal', withBorder: true }),
  });
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={claiming.isSending}
      onClick={() => claiming.submit(taskId)}
    >
      {t('tasks.claim')}
    </Button>
  );
};
