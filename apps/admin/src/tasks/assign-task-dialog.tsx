import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRowFragment } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { TeamQuery } from '../workflow/steps/create-payment-task.graphql.ts';
import { TaskDialog } from './task-dialog.tsx';
import { AssignTask } from './tasks.graphql.ts';
import { useTaskSubmission } from './use-task-submission.ts';

interface Handing {
  readonly taskId: string;
  readonly assigneeId: string;
  readonly note: string | null;
}

/** Hands a task over to somebody of the desk, with what they should know. */
export const AssignTaskDialog = ({ task, onClose }: { task: TaskRowFragment; onClose: () => void }) => {
  const { t } = useTranslation();
  const [assigneeId, setAssigneeId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const team = useQuery({
    queryKey: queryKeys.organization(),
    queryFn: ({ signal }) => execute(TeamQuery, {}, signal),
  });
  const handing = useTaskSubmission({
    send: async (input: Handing & { readonly idempotencyKey: string }) =>
      (await execute(AssignTask, { input })).assignTask,
    done: t('tasks.assigned'),
    onSuccess: onClose,
  });
  const onSubmit = (): void => {
    setMissing(!assigneeId);
    if (assigneeId) handing.submit({ taskId: task.id, assigneeId, note: note.trim() || null });
  };
  return (
    <TaskDialog title={t('tasks.assign')} submission={handing} onSubmit={onSubmit} onClose={onClose}>
      <Select
        label={t('tasks.assignTo')}
        data={(team.data?.viewer?.organization?.members ?? [])
          .filter(({ id, active, role }) => active && role !== 'ADVISER' && id !== task.assignee?.id)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={assigneeId}
        error={isMissing && !assigneeId ? t('tasks.chooseAssignee') : handing.fieldErrors.assigneeId}
        onChange={setAssigneeId}
        data-autofocus
      />
      <Textarea
        label={t('tasks.assignNote')}
        autosize
        minRows={2}
        value={note}
        error={handing.fieldErrors.note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
    </TaskDialog>
  );
};
