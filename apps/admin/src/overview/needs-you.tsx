import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { paths } from '../paths.ts';
import { TaskLine } from '../tasks/task-line.tsx';
import { LoadingLines } from '../ui/loading.tsx';
import { Section } from '../ui/section.tsx';
import { NeedsYouQuery } from './overview.graphql.ts';

const SHOWN = 6;

/** What waits for the person looking, or for anybody, the most urgent first. */
export const NeedsYou = () => {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: queryKeys.tasks({ needsYou: true }),
    queryFn: ({ signal }) => execute(NeedsYouQuery, {}, signal),
  });
  const tasks = data
    ? [...data.mine.edges, ...data.unassigned.edges]
        .map(({ node }) => node)
        .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
        .slice(0, SHOWN)
    : null;
  return (
    <Section
      title={t('overview.needsYou')}
      aside={
        <Link className="link" to={paths.tasks}>
          {t('overview.allTasks')}
        </Link>
      }
    >
      {tasks === null ? <LoadingLines lines={4} height={52} /> : null}
      {tasks?.length === 0 ? <p>{t('overview.nothingNeedsYou')}</p> : null}
      {tasks?.map((task) => (
        <TaskLine key={task.id} task={task} />
      ))}
    </Section>
  );
};
