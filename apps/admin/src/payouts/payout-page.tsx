import { IconAlertCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { useCode } from '../i18n/use-code.ts';
import { paths } from '../paths.ts';
import { Facts } from '../ui/facts.tsx';
import { Failed } from '../ui/failed.tsx';
import { LoadingPage } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { Note } from '../ui/note.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { useActorName } from '../workflow/actor-name.ts';
import { PayoutItems } from './payout-items.tsx';
import classes from './payout-page.module.css';
import { PayoutStateBadge } from './payout-state-badge.tsx';
import { PayoutQuery } from './payouts.graphql.ts';
import { type PayoutView, ReleaseButton } from './release-payout.tsx';

/** Who did what with a payout, and when. */
const Course = ({ payout }: { payout: PayoutView }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const actorName = useActorName();
  const at = (instant: string, who?: string): string =>
    who ? t('payouts.atBy', { at: format.instant(instant), who }) : format.instant(instant);
  return (
    <Section title={t('payouts.course')}>
      <Facts
        facts={[
          [
            payout.mode === 'MANUAL' ? t('payouts.proposedAt') : t('payouts.created'),
            at(payout.proposedAt, actorName(payout.proposedBy)),
          ],
          payout.releasedAt
            ? [t('payouts.releasedAt'), at(payout.releasedAt, payout.releasedBy?.name)]
            : null,
          payout.sentAt ? [t('payouts.sentAt'), at(payout.sentAt)] : null,
          payout.arrivalOn && payout.state !== 'FAILED'
            ? [t('payouts.arrives'), format.day(payout.arrivalOn)]
            : null,
          payout.paidAt ? [t('payouts.paidAt'), at(payout.paidAt)] : null,
          payout.bankedOn ? [t('payouts.bankedOn'), format.day(payout.bankedOn)] : null,
        ]}
      />
    </Section>
  );
};

const PayoutDetail = ({ payout }: { payout: PayoutView }) => {
  const { t } = useTranslation();
  const code = useCode();
  const { state, mode, number, failureCode, failureMessage } = payout;
  return (
    <>
      <PageHeader
        title={`${t('payouts.payout')} ${number}`}
        above={
          <Link className={classes.crumb} to={paths.payouts}>
            {t('payouts.title')}
          </Link>
        }
        beside={<PayoutStateBadge state={state} />}
        actions={state === 'PROPOSED' ? <ReleaseButton payout={payout} /> : null}
      />
      <div className={classes.page}>
        {state === 'FAILED' ? (
          <Note
            tone="bad"
            icon={IconAlertCircle}
            title={failureCode ? code('payoutFailure', failureCode) : t('payouts.failedTitle')}
          >
            <p>{mode === 'MANUAL' ? t('payouts.failedManual') : t('payouts.failedAutomatic')}</p>
            {failureMessage ? <p className={classes.dim}>{failureMessage}</p> : null}
          </Note>
        ) : null}
        <Section title={t('payouts.items')} flush>
          <PayoutItems
            sums={payout}
            items={payout.items.map(({ kind, description, ...item }) => ({
              ...item,
              // The provider describes a charge by the very number that stands above it.
              source: [code('payoutItem', kind), description === item.case?.number ? null : description]
                .filter(Boolean)
                .join(' · '),
            }))}
          />
        </Section>
        <Course payout={payout} />
      </div>
    </>
  );
};

/** One payout, explained to the cent: what it consists of, what the provider kept, what arrived. */
export const PayoutPage = () => {
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
  return data ? <PayoutDetail payout={data} /> : <NotFound />;
};
