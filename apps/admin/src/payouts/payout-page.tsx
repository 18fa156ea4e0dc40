import { IconAlertCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { useCode } from '../i18n/use-code.ts';
import { paths } from '../paths.ts';
import { Amount } from '../ui/amount.tsx';
import { Failed } from '../ui/failed.tsx';
import { LoadingPage } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Note } from '../ui/note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import classes from './payout-page.module.css';
import { PayoutQuery } from './payouts.graphql.ts';
import { PayoutStateBadge } from './payouts-page.tsx';

/** As cards on a phone it is still a table to a screen reader. */
const TABLE = 'table';
const CELL = 'cell';

/** One payout, explained to the cent: what it consists of, what the provider kept, what arrived. */
export const PayoutPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const code = useCode();
  const { payoutId } = useParams({ from: '/frame/payouts/$payoutId' });
  const { data, isPending, error, refetch } = useQuery({
    queryKey: queryKeys.payout(payoutId),
    queryFn: async ({ signal }) => {
      const { node } = await execute(PayoutQuery, { id: payoutId }, signal);
      return node?.__typename === 'Payout' ? node : null;
    },
  });
  if (isPending) return <LoadingPage />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <NotFound />;
  return (
    <>
      <PageHeader
        title={`${t('payouts.payout')} ${data.number}`}
        above={
          <Link className={classes.crumb} to={paths.payouts}>
            {t('payouts.title')}
          </Link>
        }
        beside={<PayoutStateBadge state={data.state} />}
        below={
          <span className={classes.dim}>
            {data.paidAt
              ? format.instant(data.paidAt)
              : data.arrivalOn
                ? `${t('payouts.arrives')}: ${format.day(data.arrivalOn)}`
                : null}
          </span>
        }
      />
      {data.failureMessage ? (
        <Note tone="bad" icon={IconAlertCircle}>
          {data.failureMessage}
        </Note>
      ) : null}
      <Section title={t('payouts.items')} flush>
        <div className={classes.scroll}>
          <table className={classes.items} role={TABLE}>
            <thead>
              <tr>
                <th scope="col">{t('payouts.source')}</th>
                <th scope="col">{t('tasks.case')}</th>
                <th scope="col">{t('payouts.gross')}</th>
                <th scope="col">{t('payouts.fee')}</th>
                <th scope="col">{t('payouts.net')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((item, index) => (
                <tr key={index}>
                  <td role={CELL} data-card="kind">
                    {code('payoutItem', item.kind)}
                    {item.description ? <span className={classes.dim}> · {item.description}</span> : null}
                  </td>
                  <td role={CELL} data-card="case">
                    {item.case ? (
                      <Link className="link" to={paths.case} params={{ caseId: item.case.id }}>
                        {item.case.number} {item.case.customer.name}
                      </Link>
                    ) : (
                      '–'
                    )}
                  </td>
                  <td role={CELL} data-card="gross">
                    <Amount of={item.gross} />
                  </td>
                  <td role={CELL} data-card="fee">
                    <Amount of={item.fee} />
                  </td>
                  <td role={CELL} data-card="net">
                    <Amount of={item.net} />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2} data-card="case">
                  {t('payouts.sum')}
                </th>
                <td role={CELL} data-card="gross">
                  <Amount of={data.gross} weight="strong" />
                </td>
                <td role={CELL} data-card="fee">
                  <Amount of={data.fee} weight="strong" />
                </td>
                <td role={CELL} data-card="net">
                  <Amount of={data.net} weight="strong" />
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      </Section>
    </>
  );
};
