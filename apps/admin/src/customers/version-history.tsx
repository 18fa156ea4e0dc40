import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerRecordFragment } from '#gql/graphql';
import { useFormat } from '../format/use-format.ts';
import { DiffTable } from '../ui/diff-table.tsx';
import classes from './method-list.module.css';
import { useCustomerRows } from './use-customer-rows.ts';

interface VersionView {
  readonly version: number;
  readonly savedAt: string;
  readonly confirmedAt: string | null;
  readonly data: CustomerRecordFragment;
}

const Difference = ({ before, after }: { before: VersionView | null; after: VersionView }) => {
  const { t } = useTranslation();
  const rows = useCustomerRows(before?.data ?? null, after.data);
  return (
    <DiffTable
      rows={before ? rows.filter((row) => row.before !== row.after) : rows}
      before={before ? t('customers.version', { number: before.version }) : null}
      after={t('customers.version', { number: after.version })}
    />
  );
};

/** Every saved version and what it changed. */
export const VersionHistory = ({ versions }: { versions: readonly VersionView[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const newestFirst = [...versions].sort((a, b) => b.version - a.version);
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = newestFirst.find(({ version }) => version === chosen) ?? newestFirst[0];
  if (!shown) return <p className={classes.none}>{t('customers.notConfirmed')}</p>;
  const before = newestFirst.find(({ version }) => version === shown.version - 1) ?? null;
  return (
    <>
      <Select
        aria-label={t('customers.versions')}
        allowDeselect={false}
        maw={420}
        mb="sm"
        data={newestFirst.map(({ version, savedAt, confirmedAt }) => ({
          value: String(version),
          label: `${t('customers.version', { number: version })} · ${format.instant(savedAt)} · ${confirmedAt ? t('customerState.CONFIRMED') : t('customers.notConfirmed')}`,
        }))}
        value={String(shown.version)}
        onChange={(next) => setChosen(next === null ? null : Number(next))}
      />
      <Difference before={before} after={shown} />
    </>
  );
};
