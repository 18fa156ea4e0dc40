import { Chip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CustomerFilter } from '../customers/customer-filter.tsx';
import { useBusiness } from '../format/business-context.ts';
import type { Loose } from '../table/address.ts';
import { AmountRange } from '../table/amount-range.tsx';
import { DateRange } from '../table/date-range.tsx';
import { RemovableChip } from '../table/removable-chip.tsx';
import { SearchInput } from '../table/search-input.tsx';
import type { PaymentSearch } from './payment-search.ts';

interface PaymentFiltersProps {
  readonly search: PaymentSearch;
  readonly onChange: (next: Loose<PaymentSearch>) => void;
}

/** Which payments are shown; every choice stands in the address. */
export const PaymentFilters = ({ search, onChange }: PaymentFiltersProps) => {
  const { t } = useTranslation();
  const { currency } = useBusiness();
  return (
    <>
      <SearchInput
        value={search.q ?? ''}
        label={t('payments.search')}
        onSearch={(q) => onChange({ q: q || undefined })}
      />
      <CustomerFilter value={search.customer} onChange={(customer) => onChange({ customer })} />
      <AmountRange
        from={search.min}
        until={search.max}
        fromLabel={t('payments.amountFrom')}
        untilLabel={t('payments.amountUntil')}
        currency={search.currency ?? currency}
        onChange={({ from: min, until: max }) => onChange({ min, max })}
      />
      <DateRange
        from={search.from}
        until={search.until}
        fromLabel={t('payments.from')}
        untilLabel={t('payments.until')}
        onChange={onChange}
      />
      <Chip
        size="xs"
        checked={search.unassigned ?? false}
        onChange={(on) => onChange({ unassigned: on || undefined })}
      >
        {t('overview.unassigned')}
      </Chip>
      {search.currency ? (
        <RemovableChip onRemove={() => onChange({ currency: undefined })}>{search.currency}</RemovableChip>
      ) : null}
    </>
  );
};
