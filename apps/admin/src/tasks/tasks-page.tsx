import { Button, SegmentedControl, Switch } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskList, TaskState } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { useSession } from '../session/session.ts';
import { DataTable } from '../table/data-table.tsx';
import { Toolbar } from '../table/toolbar.tsx';
import { useConnection } from '../table/use-connection.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { useTaskColumns } from './task-columns.tsx';
import { TASK_LISTS, type TaskSearch } from './task-search.ts';
import { TasksQuery } from './tasks.graphql.ts';

const PAGE = 50;

const WORD = {
  TEAM: 'tasks.everyone',
  MINE: 'tasks.mine',
  UNASSIGNED: 'tasks.unassignedOnes',
} as const satisfies Record<TaskList, string>;

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
