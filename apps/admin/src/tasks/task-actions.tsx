import { ActionIcon, Group, Menu } from '@mantine/core';
import { IconArrowForwardUp, IconCheck, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskAction, TaskRowFragment } from '#gql/graphql';
import { AssignTaskDialog } from './assign-task-dialog.tsx';
import { ClaimButton } from './claim-button.tsx';
import { FinishTaskDialog } from './finish-task-dialog.tsx';

const ENTRIES = [
  ['ASSIGN', IconArrowForwardUp, 'tasks.assign'],
  ['FINISH', IconCheck, 'tasks.finish'],
] as const satisfies readonly (readonly [TaskAction, unknown, string])[];

/** What can be done with a task: take it, hand it over, end it; what is blocked says why. */
export const TaskActions = ({ task }: { task: TaskRowFragment }) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<TaskAction | null>(null);
  const close = (): void => setOpened(null);
  const reasonOf = (action: TaskAction): string | null =>
    task.blockedActions.find((blocked) => blocked.action === action)?.reason ?? null;
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {task.state === 'OPEN' && !reasonOf('CLAIM') ? <ClaimButton taskId={task.id} /> : null}
      <Menu position="bottom-end" shadow="md" width={280}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('tasks.actions')}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {ENTRIES.map(([action, Sign, label]) => {
            const reason = reasonOf(action);
            return (
              <Menu.Item
                key={action}
                leftSection={<Sign size={16} aria-hidden />}
                aria-disabled={reason !== null}
                {...(reason !== null && { c: 'dimmed', closeMenuOnClick: false })}
                onClick={() => reason === null && setOpened(action)}
              >
                {t(label)}
                {reason === null ? null : (
                  <div style={{ fontSize: '0.75rem', whiteSpace: 'normal' }}>{reason}</div>
                )}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      {opened === 'ASSIGN' ? <AssignTaskDialog task={task} onClose={close} /> : null}
      {opened === 'FINISH' ? <FinishTaskDialog task={task} onClose={close} /> : null}
    </Group>
  );
};
