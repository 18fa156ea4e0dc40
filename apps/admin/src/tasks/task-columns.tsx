import {
  type Icon,
  IconAlertTriangle,
  IconArrowUp,
  IconCircleCheck,
  IconCircleDashed,
  IconUserCheck,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskRowFragment, TaskState } from '#gql/graphql';
import { useBusiness } from '../format/business-context.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import type { Column } from '../table/data-table.tsx';
import { Amount } from '../ui/amount.tsx';
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';
import { stepOfTask } from './step-of-task.ts';
import { TaskActions } from './task-actions.tsx';
import { useTaskDetail } from './task-detail.ts';
import { useTaskTitle } from './task-title.ts';
import classes from './tasks-page.module.css';

const LOOK: Record<TaskState, readonly [Tone, Icon]> = {
  OPEN: ['idle', IconCircleDashed],
  CLAIMED: ['busy', IconUserCheck],
  DONE: ['ok', IconCircleCheck],
};

/** The columns of the task list; what may be done with a task stands at its end, for those who may do something. */
export const useTaskColumns = (mayAct: boolean): readonly Column<TaskRowFragment>[] => {
  const { t } = useTranslation();
  const format = useFormat();
  const title = useTaskTitle();
  const detail = useTaskDetail();
  const { today } = useBusiness();
  return useMemo(
    () => [
      {
        id: 'task',
        header: t('tasks.task'),
        card: 'title',
        cell: (task) => (
          <span className={classes.task}>
            <span>
              {task.kind === 'EXCEPTION' ? (
                <IconAlertTriangle
                  size={14}
                  className={classes.exception}
                  aria-label={t('taskKind.EXCEPTION')}
                />
              ) : null}
              {task.priority === 'HIGH' ? (
                <IconArrowUp size={14} className={classes.high} aria-label={t('taskPriority.HIGH')} />
              ) : null}
              {task.case ? (
                <Link
                  className="link"
                  to={paths.case}
                  params={{ caseId: task.case.id }}
                  search={stepOfTask(task)}
                >
                  {title(task)}
                </Link>
              ) : (
                title(task)
              )}
            </span>
            {task.detail ? <span className={classes.dim}>{detail(task.detail)}</span> : null}
            {task.note ? <span className={classes.dim}>{task.note}</span> : null}
          </span>
        ),
      },
      {
        id: 'case',
        header: t('tasks.case'),
        card: 'left',
        cell: (task) =>
          task.case ? (
            <span className={classes.task}>
              <span>{task.case.customer.name}</span>
              <span className={`${classes.dim} ${classes.number}`}>{task.case.number}</span>
            </span>
          ) : (
            '–'
          ),
      },
      {
        id: 'due',
        header: t('tasks.due'),
        card: 'figure',
        noWrap: true,
        cell: (task) => (
          <span className={`${classes.task} ${classes.when}`}>
            <span className={task.state !== 'DONE' && task.dueOn < today ? classes.late : undefined}>
              {format.day(task.dueOn)}
            </span>
            <span className={classes.dim}>{format.daysFrom(task.dueOn)}</span>
          </span>
        ),
      },
      {
        id: 'state',
        header: t('tasks.state'),
        wide: true,
        cell: ({ state }) => (
          <ToneBadge tone={LOOK[state][0]} icon={LOOK[state][1]}>
            {t(`taskState.${state}`)}
          </ToneBadge>
        ),
      },
      {
        id: 'assignee',
        header: t('tasks.assignee'),
        cell: ({ assignee }) =>
          assignee?.name ?? <span className={classes.dim}>{t('tasks.unassigned')}</span>,
      },
      {
        id: 'open',
        header: t('cases.amountOpen'),
        align: 'right',
        cell: (task) => (task.case ? <Amount of={task.case.amountOpen} /> : null),
      },
      {
        id: 'actions',
        header: t('tasks.actions'),
        quietHeader: true,
        align: 'right',
        card: 'right',
        cell: (task) => (mayAct && task.state !== 'DONE' ? <TaskActions task={task} /> : null),
      },
    ],
    [t, format, title, detail, today, mayAct],
  );
};
