import { Button, SegmentedControl, Switch } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangle,
  IconArrowUp,
  IconCircleCheck,
  IconCircleDashed,
  IconListCheck,
  IconUserCheck,
} from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TaskList, TaskRowFragment, TaskState } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useBusiness } from '../format/business-context.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { useSession } from '../session/session.ts';
import { type Column, DataTable } from '../table/data-table.tsx';
import { Toolbar } from '../table/toolbar.tsx';
import { useConnection } from '../table/use-connection.ts';
import { Amount } from '../ui/amount.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';
import { ClaimButton } from './claim-button.tsx';
import { useTaskDetail } from './task-detail.ts';
import { TASK_LISTS, type TaskSearch } from './task-search.ts';
import { useTaskTitle } from './task-title.ts';
import { TasksQuery } from './tasks.graphql.ts';
import classes from './tasks-page.module.css';

const PAGE = 50;

const WORD = {
  TEAM: 'tasks.everyone',
  MINE: 'tasks.mine',
  UNASSIGNED: 'tasks.unassignedOnes',
} as const satisfies Record<TaskList, string>;

const LOOK: Record<TaskState, readonly [Tone, Icon]> = {
  OPEN: ['idle', IconCircleDashed],
  CLAIMED: ['busy', IconUserCheck],
  DONE: ['ok', IconCircleCheck],
};

const useTaskColumns = (mayClaim: boolean): readonly Column<TaskRowFragment>[] => {
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
                <Link className="link" to={paths.case} params={{ caseId: task.case.id }}>
                  {title(task)}
                </Link>
              ) : (
                title(task)
              )}
            </span>
            {task.detail ? <span className={classes.dim}>{detail(task.detail)}</span> : null}
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
        id: 'claim',
        header: t('tasks.claim'),
        quietHeader: true,
        align: 'right',
        card: 'right',
        cell: (task) => (mayClaim && task.state === 'OPEN' ? <ClaimButton taskId={task.id} /> : null),
      },
    ],
    [t, format, title, detail, today, mayClaim],
  );
};

/** What people have to do, the most urgent first. */
export const TasksPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const search = useSearch({ from: '/frame/tasks' });
  const navigate = useNavigate();
  const { role } = useSession();
  const columns = useTaskColumns(role !== 'ADVISER');
  const list = search.list ?? 'TEAM';
  const states: readonly TaskState[] = search.done ? ['DONE'] : ['OPEN', 'CLAIMED'];
  const tasks = useConnection({
    queryKey: queryKeys.tasks({ list, states }),
    load: async (after, signal) =>
      (await execute(TasksQuery, { list, states: [...states], first: PAGE, after }, signal)).tasks,
  });
  const show = (next: TaskSearch): void => void navigate({ to: paths.tasks, search: next, replace: true });
  return (
    <>
      <PageHeader title={t('tasks.title')} />
      <div className="panel">
        <Toolbar
          count={
            tasks.total === null
              ? null
              : t('tasks.count', { count: tasks.total, shown: format.number(tasks.total) })
          }
        >
          <SegmentedControl
            aria-label={t('tasks.whose')}
            value={list}
            onChange={(next) => show({ ...search, list: TASK_LISTS.find((one) => one === next) ?? 'TEAM' })}
            data={TASK_LISTS.map((value) => ({ value: value as string, label: t(WORD[value]) }))}
          />
          <Switch
            size="xs"
            label={t('tasks.done')}
            checked={search.done ?? false}
            onChange={({ currentTarget }) => show({ list, ...(currentTarget.checked && { done: true }) })}
          />
        </Toolbar>
        {tasks.error ? (
          <Failed error={tasks.error} onRetry={tasks.retry} />
        ) : (
          <DataTable
            label={t('tasks.label')}
            rows={tasks.rows}
            columns={columns}
            rowKey={({ id }) => id}
            rowVersion={({ state, assignee }) => `${state}/${assignee?.id ?? ''}`}
            isLoading={tasks.isLoading}
            onEnd={tasks.loadMore}
            empty={
              <Empty
                icon={IconListCheck}
                title={t('tasks.none')}
                action={
                  <Button variant="default" renderRoot={(props) => <Link {...props} to={paths.cases} />}>
                    {t('cases.title')}
                  </Button>
                }
              >
                {t('tasks.noneText')}
              </Empty>
            }
          />
        )}
      </div>
    </>
  );
};
