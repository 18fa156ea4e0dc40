import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseRowFragment } from '#gql/graphql';
import { useBusiness } from '../format/business-context.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import type { Column } from '../table/data-table.tsx';
import { Amount } from '../ui/amount.tsx';
import { CaseStateBadge, StatusBadge } from '../ui/status-badge.tsx';
import classes from './case-columns.module.css';
import { isOverdue } from './is-overdue.ts';
import { stepNumber } from './step-slugs.ts';

/** A row glows when its case has moved or its money has. */
export const caseVersion = (row: CaseRowFragment): string => `${row.version}/${row.moneyTrack.status}`;

/** `whose: 'one'` is for lists of a single customer, where the number names the case. */
export const useCaseColumns = (whose: 'all' | 'one' = 'all'): readonly Column<CaseRowFragment>[] => {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = useBusiness();
  return useMemo(
    () => [
      {
        id: 'customer',
        header: whose === 'all' ? t('cases.customer') : t('tasks.case'),
        card: 'title',
        cell: (row) => (
          <Link className={`link ${classes.who}`} to={paths.case} params={{ caseId: row.id }}>
            {whose === 'all' ? <span>{row.customer.name}</span> : null}
            <span className={whose === 'all' ? classes.number : classes.alone}>{row.number}</span>
          </Link>
        ),
      },
      {
        id: 'status',
        header: t('cases.status'),
        card: 'right',
        cell: (row) =>
          row.state === 'OPEN' ? (
            <StatusBadge status={row.moneyTrack.status} />
          ) : (
            <CaseStateBadge state={row.state} />
          ),
      },
      {
        id: 'step',
        header: t('cases.step'),
        card: 'left',
        cell: ({ currentStep, position }) =>
          currentStep ? (
            <span className={classes.who}>
              <span>
                <span className={classes.stepNumber}>{stepNumber(currentStep)}</span>{' '}
                {t(`step.${currentStep}`)}
              </span>
              {position.turn === 'NOBODY' ? null : (
                <span className={classes.turn}>{t('cases.turn', { who: t(`turn.${position.turn}`) })}</span>
              )}
            </span>
          ) : (
            <span className={classes.turn}>–</span>
          ),
      },
      {
        id: 'due',
        header: t('cases.due'),
        width: '7rem',
        noWrap: true,
        cell: (row) => {
          const late = isOverdue(row, today);
          return (
            <span className={late ? classes.overdue : undefined}>
              {format.day(row.dueOn)}
              {late ? <span className="sr-only"> {t('common.overdue')}</span> : null}
            </span>
          );
        },
      },
      {
        id: 'due-amount',
        header: t('cases.amountDue'),
        align: 'right',
        card: 'figure',
        width: '8rem',
        cell: (row) => <Amount of={row.amountDue} weight="strong" />,
      },
      {
        id: 'awaited',
        header: t('cases.amountAwaited'),
        align: 'right',
        width: '8rem',
        cell: (row) => <Amount of={row.amountAwaited} />,
      },
    ],
    [t, format, today, whose],
  );
};
