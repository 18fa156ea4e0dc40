import { useQuery } from '@tanstack/react-query';
import { isCurrency } from '@zahlwerk/domain/money/currency';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useBusiness } from '../format/business-context.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { Failed } from '../ui/failed.tsx';
import { LoadingLines } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { CashFlowChart } from './cash-flow-chart.tsx';
import { LatestEvents } from './latest-events.tsx';
import { NeedsYou } from './needs-you.tsx';
import { NumberCard, NumberCardLoading } from './number-card.tsx';
import { OverviewQuery } from './overview.graphql.ts';
import { overviewLinks } from './overview-links.ts';
import classes from './overview-page.module.css';

/** Where the money is, what needs somebody, what has just happened. */
export const OverviewPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = useBusiness();
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.overview(),
    queryFn: async ({ signal }) => (await execute(OverviewQuery, {}, signal)).overview,
  });
  const currency = data?.expected.currency;
  const links = currency && isCurrency(currency) ? overviewLinks(today, currency) : null;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHeader title={t('overview.title')} />
      <div className={classes.numbers}>
        {data && links ? (
          <>
            <NumberCard
              label={t('overview.received')}
              amount={data.receivedThisMonth}
              hint={t('overview.receivedHint', { today: format.money(data.receivedToday) })}
              list={{ to: paths.payments, search: links.received }}
            />
            <NumberCard
              label={t('overview.expected')}
              amount={data.expected}
              hint={t('overview.expectedHint')}
              list={{ to: paths.cases, search: links.expected }}
            />
            <NumberCard
              label={t('overview.overdue')}
              amount={data.overdue}
              hint={t('overview.overdueHint', { count: data.overdueCount })}
              tone={data.overdue.minor === '0' ? 'plain' : 'bad'}
              list={{ to: paths.cases, search: links.overdue }}
            />
            <NumberCard
              label={t('overview.unassigned')}
              amount={data.unassigned}
              hint={t('overview.unassignedHint')}
              list={{ to: paths.payments, search: links.unassigned }}
            />
          </>
        ) : (
          [0, 1, 2, 3].map((card) => <NumberCardLoading key={card} />)
        )}
      </div>
      <div className={classes.chart}>
        <Section title={t('overview.cashFlow')}>
          {data ? <CashFlowChart days={data.days} today={today} /> : <LoadingLines lines={5} />}
        </Section>
      </div>
      <div className={classes.lists}>
        <NeedsYou />
        <LatestEvents />
      </div>
    </>
  );
};
