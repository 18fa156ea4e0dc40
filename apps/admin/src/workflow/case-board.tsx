import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRowFragment } from '#gql/graphql';
import { paths } from '../paths.ts';
import { Amount } from '../ui/amount.tsx';
import { LoadingLines } from '../ui/loading.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import classes from './case-board.module.css';
import { STEPS, stepNumber } from './step-slugs.ts';

interface CaseBoardProps {
  readonly cases: readonly CaseRowFragment[];
  readonly isLoading: boolean;
  readonly empty: ReactNode;
  readonly onMore: (() => void) | undefined;
}

/** Open cases in a column per step. Cards are not dragged: only what the rules allow moves a case on. */
export const CaseBoard = ({ cases, isLoading, empty, onMore }: CaseBoardProps) => {
  const { t } = useTranslation();
  if (isLoading) return <LoadingLines />;
  const columns = STEPS.map((step) => ({
    step,
    cards: cases.filter(({ currentStep }) => currentStep === step),
  })).filter(({ cards }) => cards.length > 0);
  if (columns.length === 0) return empty;
  return (
    <>
      <div className={classes.board}>
        {columns.map(({ step, cards }) => (
          <section key={step} className={classes.column} aria-label={t(`step.${step}`)}>
            <h2 className={classes.title}>
              {stepNumber(step)} {t(`step.${step}`)}
              <span className={classes.count}>{cards.length}</span>
            </h2>
            {cards.map((card) => (
              <Link key={card.id} to={paths.case} params={{ caseId: card.id }} className={classes.card}>
                <span className={classes.line}>
                  <strong>{card.customer.name}</strong>
                  <Amount of={card.amountDue} weight="strong" />
                </span>
                <span className={classes.line}>
                  <span className={classes.dim}>{card.number}</span>
                  <StatusBadge status={card.moneyTrack.status} />
                </span>
              </Link>
            ))}
          </section>
        ))}
      </div>
      {onMore ? (
        <Button variant="subtle" fullWidth onClick={onMore}>
          {t('common.showMore')}
        </Button>
      ) : null}
    </>
  );
};
