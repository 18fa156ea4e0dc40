import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useConnection } from '../table/use-connection.ts';
import { Empty } from '../ui/empty.tsx';
import { Failed } from '../ui/failed.tsx';
import { Section } from '../ui/section.tsx';
import classes from './bank.module.css';
import { DifferenceEntry } from './difference-entry.tsx';
import { DifferencesQuery } from './differences.graphql.ts';

/** Each has its resolutions with their postings, and what is decided makes room for the next. */
const PAGE = 5;

/** Money whose case is known and whose amount or payer is not what was expected, until nothing of it is left. */
export const DifferenceList = ({ mayDecide }: { readonly mayDecide: boolean }) => {
  const { t } = useTranslation();
  const cases = useConnection({
    queryKey: queryKeys.differences(),
    load: async (after, signal) =>
      (await execute(DifferencesQuery, { first: PAGE, after }, signal)).paymentCases,
  });
  const waiting = cases.rows.flatMap((difference) =>
    difference.payments
      .filter(({ resolutions }) => resolutions.length > 0)
      .map((payment) => ({ difference, payment })),
  );
  return (
    <Section title={t('differences.title')}>
      {cases.error ? (
        <Failed error={cases.error} onRetry={cases.retry} />
      ) : !cases.isLoading && waiting.length === 0 ? (
        <Empty icon={IconChecks} title={t('differences.none')}>
          {t('differences.noneText')}
        </Empty>
      ) : (
        <ul className={classes.list} aria-label={t('differences.title')}>
          {waiting.map(({ difference, payment }) => (
            <DifferenceEntry
              key={payment.id}
              difference={difference}
              payment={payment}
              mayDecide={mayDecide}
            />
          ))}
        </ul>
      )}
      {cases.loadMore ? (
        <Button variant="default" onClick={cases.loadMore}>
          {t('bank.more')}
        </Button>
      ) : null}
    </Section>
  );
};
