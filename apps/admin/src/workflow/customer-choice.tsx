import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { CustomerChoiceQuery } from './steps/initiate-payment.graphql.ts';

const NEW = 'new';

interface CustomerChoiceProps {
  readonly value: string | null;
  readonly onChange: (customerId: string | null) => void;
  readonly error?: string | undefined;
}

/** Finds a customer by name, number or e-mail, or starts a new one. */
export const CustomerChoice = ({ value, onChange, error }: CustomerChoiceProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 150);
  const { data } = useQuery({
    queryKey: queryKeys.customers({ choice: search }),
    queryFn: ({ signal }) => execute(CustomerChoiceQuery, { search }, signal),
  });
  const found = data?.customers.edges.map(({ node }) => node) ?? [];
  return (
    <Select
      id="case-customer"
      label={t('newCase.customer')}
      placeholder={t('customers.search')}
      searchable
      allowDeselect={false}
      data={[
        { value: NEW, label: t('newCase.newCustomer') },
        ...found.map(({ id, name, number, data: { city, email } }) => ({
          value: id,
          label: [name, number, city ?? email].filter(Boolean).join(' · '),
        })),
      ]}
      // The server has searched already, by more than what the label shows.
      filter={({ options }) => options}
      value={value ?? NEW}
      onSearchChange={setText}
      onChange={(next) => onChange(next === NEW ? null : next)}
      error={error}
    />
  );
};
