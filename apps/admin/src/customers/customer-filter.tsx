import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { CustomerFilterQuery } from './customers.graphql.ts';

interface CustomerFilterProps {
  readonly value: string | undefined;
  readonly onChange: (customerId: string | undefined) => void;
}

/** A list restricted to one customer, who is found by name, number or e-mail. */
export const CustomerFilter = ({ value, onChange }: CustomerFilterProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 150);
  const { data } = useQuery({
    queryKey: queryKeys.customers({ filter: search, chosen: value ?? null }),
    queryFn: ({ signal }) =>
      execute(CustomerFilterQuery, { search, chosen: value ?? '', hasChosen: value !== undefined }, signal),
  });
  const chosen = data?.customer ? [data.customer] : [];
  const found = (data?.customers.edges ?? []).map(({ node }) => node).filter(({ id }) => id !== value);
  return (
    <Select
      size="xs"
      w={{ base: '100%', xs: 180 }}
      aria-label={t('invoices.customer')}
      placeholder={t('invoices.customer')}
      searchable
      clearable
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      data={[...chosen, ...found].map(({ id, name, number }) => ({
        value: id,
        label: [name, number].filter(Boolean).join(' · '),
      }))}
      // The server has searched already, by more than what the label shows.
      filter={({ options }) => options}
      nothingFoundMessage={t('customers.noMatch')}
      value={value ?? null}
      onSearchChange={setText}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
};
