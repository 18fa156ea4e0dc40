import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../format/business-context.ts';
import { JournalOf } from '../ledger/journal-of.tsx';
import { paths } from '../paths.ts';
import { DisputeList } from '../payments/dispute-list.tsx';
import { PlannedChargeNote } from '../payments/planned-charge-note.tsx';
import { ReservedNote } from '../payments/reserved-note.tsx';
import { ReaderPanel } from '../readers/reader-panel.tsx';
import { Failed } from '../ui/failed.tsx';
import { LoadingPage } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { CaseStateBadge, OverdueBadge, StatusBadge } from '../ui/status-badge.tsx';
import { TrackPhases } from '../ui/track-phases.tsx';
import { CaseActionsMenu } from './case-actions-menu.tsx';
import { CaseFigures } from './case-figures.tsx';
import classes from './case-page.module.css';
import { CaseSide } from './case-side.tsx';
import { CaseTimeline } from './case-timeline.tsx';
import { FailureNote } from './failure-note.tsx';
import { isOverdue } from './is-overdue.ts';
import { StepPanel } from './step-panel.tsx';
import { StepRail } from './step-rail.tsx';
import { stepOfSlug } from './step-slugs.ts';
import { type CaseView, caseQuery } from './use-case.ts';

const CaseDetail = ({ paymentCase }: { paymentCase: CaseView }) => {
  const { t } = useTranslation();
  const { step } = useSearch({ from: '/frame/cases/$caseId' });
  const { today } = useBusiness();
  const chosen = stepOfSlug(step) ?? paymentCase.currentStep ?? 'CLOSE_PAYMENT_TASK';
  const { status, phases, failure } = paymentCase.moneyTrack;
  // What has failed at a reader is said there.
  const tried = paymentCase.attempts.edges[0]?.node.reader ? null : failure;
  return (
    <>
      <PageHeader
        title={paymentCase.number}
        above={
          <Link className={classes.crumb} to={paths.cases}>
            {t('cases.title')}
          </Link>
        }
        beside={
          <>
            {paymentCase.state === 'OPEN' ? null : <CaseStateBadge state={paymentCase.state} />}
            <StatusBadge status={status} />
            {isOverdue(paymentCase, today) ? <OverdueBadge /> : null}
          </>
        }
        below={
          <Link className="link" to={paths.customer} params={{ customerId: paymentCase.customer.id }}>
            {paymentCase.customer.name}
          </Link>
        }
        actions={<CaseActionsMenu paymentCase={paymentCase} />}
      />
      <div className={classes.top}>
        <CaseFigures paymentCase={paymentCase} />
        {paymentCase.channel === 'IN_PERSON' ? <ReaderPanel paymentCase={paymentCase} /> : null}
        <Section title={t('phases.label')}>
          <TrackPhases phases={phases} />
          {tried || paymentCase.plannedCharge || paymentCase.authorization ? (
            <div className={classes.failure}>
              <ReservedNote paymentCase={paymentCase} />
              {tried ? <FailureNote failure={tried} /> : null}
              <PlannedChargeNote paymentCase={paymentCase} />
            </div>
          ) : null}
        </Section>
        {paymentCase.disputes.length > 0 ? (
          <Section title={t('disputes.title')}>
            <DisputeList paymentCase={paymentCase} />
          </Section>
        ) : null}
      </div>
      <div className={classes.body}>
        <div className={`panel ${classes.rail}`}>
          <StepRail caseId={paymentCase.id} runs={paymentCase.workTrack} chosen={chosen} />
        </div>
        <StepPanel key={chosen} step={chosen} paymentCase={paymentCase} />
        <aside className={classes.side} aria-label={t('case.context')}>
          <CaseSide paymentCase={paymentCase} />
        </aside>
      </div>
      <CaseTimeline caseId={paymentCase.id} />
      <div className={classes.journal}>
        <JournalOf caseId={paymentCase.id} />
      </div>
    </>
  );
};

/** One case: where its money is, where its work is, what to do now. */
export const CasePage = () => {
  const { caseId } = useParams({ from: '/frame/cases/$caseId' });
  const { data, isPending, error, refetch } = useQuery(caseQuery(caseId));
  if (isPending) return <LoadingPage />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  return data ? <CaseDetail key={data.id} paymentCase={data} /> : <NotFound />;
};
