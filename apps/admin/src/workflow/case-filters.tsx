import { Button, Chip } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Loose } from '../table/address.ts';
import { DateRange } from '../table/date-range.tsx';
import { FilterSelect } from '../table/filter-select.tsx';
import { RemovableChip } from '../table/removable-chip.tsx';
import { SearchInput } from '../table/search-input.tsx';
import { Toolbar } from '../table/toolbar.tsx';
import classes from './case-filters.module.css';
import { type CaseSearch, countFilters, ORDERS, STATES, STATUSES } from './case-search.ts';
import { SavedViewsMenu } from './saved-views-menu.tsx';
import { STEPS } from './step-slugs.ts';

interface CaseFiltersProps {
  readonly search: CaseSearch;
  readonly onChange: (next: Loose<CaseSearch>) => void;
}

type Flag = 'overdue' | 'awaits' | 'discrepancy' | 'mine';

/** Which cases are shown and in which order; every choice stands in the address. On a phone they fold away. */
export const CaseFilters = ({ search, onChange }: CaseFiltersProps) => {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const count = countFilters(search);
  const flags: readonly (readonly [Flag, string])[] = [
    ['mine', t('cases.mine')],
    ['overdue', t('common.overdue')],
    ['awaits', t('cases.awaits')],
    ['discrepancy', t('cases.withDiscrepancy')],
  ];
  return (
    <Toolbar>
      <SearchInput
        value={search.q ?? ''}
        label={t('cases.search')}
        onSearch={(q) => onChange({ q: q || undefined })}
      />
      <Button
        className={classes.toggle}
        variant="default"
        size="xs"
        aria-expanded={isOpen}
        leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden />}
        onClick={() => setIsOpen(!isOpen)}
      >
        {count > 0 ? t('cases.filtersOn', { count }) : t('cases.filters')}
      </Button>
      <div className={classes.filters} data-open={isOpen || undefined}>
        <FilterSelect
          label={t('cases.state')}
          width={120}
          value={search.state}
          options={STATES.map((value) => ({ value, label: t(`caseState.${value}`) }))}
          onChange={(state) => onChange({ state })}
        />
        <FilterSelect
          label={t('cases.status')}
          width={140}
          value={search.status}
          options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          onChange={(status) => onChange({ status })}
        />
        <FilterSelect
          label={t('cases.step')}
          width={160}
          value={search.step}
          options={STEPS.map((value, index) => ({ value, label: `${index + 1} ${t(`step.${value}`)}` }))}
          onChange={(step) => onChange({ step })}
        />
        <DateRange
          from={search.dueFrom}
          until={search.dueUntil}
          fromLabel={t('cases.dueFrom')}
          untilLabel={t('cases.dueUntil')}
          onChange={({ from, until }) => onChange({ dueFrom: from, dueUntil: until })}
        />
        {flags.map(([flag, label]) => (
          <Chip
            key={flag}
            size="xs"
            checked={search[flag] ?? false}
            onChange={(on) => onChange({ [flag]: on || undefined })}
          >
            {label}
          </Chip>
        ))}
        {search.currency ? (
          <RemovableChip onRemove={() => onChange({ currency: undefined })}>{search.currency}</RemovableChip>
        ) : null}
        <FilterSelect
          label={t('cases.order')}
          width={160}
          value={search.order ?? 'NEWEST'}
          isRequired
          options={ORDERS.map((value) => ({ value, label: t(`caseOrder.${value}`) }))}
          onChange={(order) => onChange({ order: order === 'NEWEST' ? undefined : order })}
        />
        <SavedViewsMenu search={search} />
      </div>
    </Toolbar>
  );
};
