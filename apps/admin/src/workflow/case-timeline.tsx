import { Button, Chip, Group } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { useCode } from '../i18n/use-code.ts';
import { Failed } from '../ui/failed.tsx';
import { LoadingLines } from '../ui/loading.tsx';
import { Section } from '../ui/section.tsx';
import { Timeline, type TimelineEntry } from '../ui/timeline.tsx';
import { useActorName } from './actor-name.ts';
import { CaseEventsQuery } from './case.graphql.ts';
import { EVENT_GROUPS, type EventGroup, emphasisOf, groupOf, isEssential } from './event-groups.ts';
import { useEventTitle } from './event-title.ts';

const PAGE = 50;

/** All that has happened in a case, live, with who and why. */
export const CaseTimeline = ({ caseId }: { caseId: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const actorName = useActorName();
  const code = useCode();
  const eventTitle = useEventTitle();
  const [group, setGroup] = useState<EventGroup | null>(null);
  const [isFull, setFull] = useState(false);
  const query = useInfiniteQuery({
    queryKey: queryKeys.caseEvents(caseId),
    queryFn: async ({ pageParam, signal }) =>
      (await execute(CaseEventsQuery, { id: caseId, first: PAGE, after: pageParam }, signal)).paymentCase
        ?.events ?? null,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null),
  });
  const events = query.data?.pages.flatMap((page) => page?.edges.map(({ node }) => node) ?? []) ?? [];
  const entries = events
    .filter(({ type }) => (isFull || isEssential(type)) && (group === null || groupOf(type) === group))
    .map((event): TimelineEntry => {
      const emphasis = emphasisOf(event.type);
      return {
        id: event.id,
        at: event.at,
        atText: format.instant(event.at),
        title: eventTitle(event),
        who: actorName(event.actor),
        detail: event.reason ? code('reasonCode', event.reason) : null,
        ...(emphasis && { emphasis }),
      };
    });
  return (
    <Section
      title={t('case.timeline')}
      aside={
        <Group gap={6}>
          {EVENT_GROUPS.filter((one) => events.some(({ type }) => groupOf(type) === one)).map((one) => (
            <Chip key={one} size="xs" checked={group === one} onChange={(on) => setGroup(on ? one : null)}>
              {t(`eventGroup.${one}`)}
            </Chip>
          ))}
          <Chip size="xs" checked={isFull} onChange={setFull}>
            {t('case.everyDetail')}
          </Chip>
        </Group>
      }
    >
      {query.error ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? (
        <LoadingLines lines={4} height={30} />
      ) : (
        <Timeline label={t('case.timeline')} entries={entries} />
      )}
      {query.hasNextPage ? (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('common.showMore')}
        </Button>
      ) : null}
    </Section>
  );
};
