import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { LoadingLines } from '../ui/loading.tsx';
import { Section } from '../ui/section.tsx';
import { Timeline } from '../ui/timeline.tsx';
import { useActorName } from '../workflow/actor-name.ts';
import { emphasisOf, isEssential } from '../workflow/event-groups.ts';
import { useEventTitle } from '../workflow/event-title.ts';
import classes from './latest-events.module.css';
import { LatestEventsQuery } from './overview.graphql.ts';

const SHOWN = 8;

/** What has just happened, live. */
export const LatestEvents = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const actorName = useActorName();
  const eventTitle = useEventTitle();
  const { data } = useQuery({
    queryKey: queryKeys.events(),
    queryFn: async ({ signal }) => (await execute(LatestEventsQuery, {}, signal)).latestEvents.edges,
  });
  return (
    <Section title={t('overview.latest')}>
      {data ? (
        <Timeline
          label={t('overview.latest')}
          entries={data
            .filter(({ node }) => isEssential(node.type))
            .slice(0, SHOWN)
            .map(({ node }) => {
              const emphasis = emphasisOf(node.type);
              return {
                id: node.id,
                at: node.at,
                atText: format.instant(node.at),
                title: eventTitle(node),
                who: actorName(node.actor),
                detail: node.case ? (
                  <Link className={classes.case} to={paths.case} params={{ caseId: node.case.id }}>
                    {node.case.number} {node.case.customer.name}
                  </Link>
                ) : null,
                ...(emphasis && { emphasis }),
              };
            })}
        />
      ) : (
        <LoadingLines lines={6} height={44} />
      )}
    </Section>
  );
};
