import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRowFragment } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { TaskDialog } from './task-dialog.tsx';
import { useTaskTitle } from './task-title.ts';
import { FinishTask } from './tasks.graphql.ts';
import { useTaskSubmission } from './use-task-submission.ts';

interface Finishing {
  readonly taskId: string;
  readonly note: string;
}

/** Ends a task that no step will end, with what came of it. */
export const FinishTaskDialog = ({ task, onClose }: { task: TaskRowFragment; onClose: () => void }) => {
  const { t } = useTranslation();
  const title = useTaskTitle();
  const [note, setNote] = useState('');
  const finishing = useTaskSubmission({
    send: async (input: Finishing & { readonly idempotencyKey: string }) =>
      (await execute(FinishTask, { input })).finishTask,
    done: t('tasks.finished'),
    onSuccess: onClose,
  });
  return (
    <TaskDialog
      title={t('tasks.finish')}
      submission={finishing}
      onSubmit={() => finishing.submit({ taskId: task.id, note })}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{title(task)}</p>
      <Textarea
        label={t('tasks.finishNote')}
        autosize
        minRows={2}
        value={note}
        error={finishing.fieldErrors.note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        data-autofocus
      />
    </TaskDialog>
  );
};
