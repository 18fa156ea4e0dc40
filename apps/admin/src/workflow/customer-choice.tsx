import { SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { CustomerChoiceQuery } from './steps/initiate-payment.graphql.ts';

interface CustomerChoiceProps {
  readonly isNew: boolean;
  readonly customerId: string | null;
  readonly error: string | undefined;
  readonly onChange: (choice: {
    readonly isNewCustomer: boolean;
    readonly customerId: string | null;
  }) => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** A known customer, found by name, number or e-mail, or a new one. */
export const CustomerChoice = ({ isNew, customerId, error, onChange }: CustomerChoiceProps) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Option | null>(null);
  const [search] = useDebouncedValue(text === chosen?.label ? '' : text.trim(), 150);
  const { data } = useQuery({
    queryKey: queryKeys.customers({ choice: search }),
    queryFn: ({ signal }) => execute(CustomerChoiceQuery, { search }, signal),
  });
  const found = (data?.customers.edges ?? []).map(
    ({ node }): Option => ({
      value: node.id,
      label: [node.name, node.number, node.data.city ?? node.data.email].filter(Boolean).join(' · '),
    }),
  );
  // What has been chosen stays among the options while somebody searches on.
  const options = chosen && !found.some(({ value }) => value === chosen.value) ? [chosen, ...found] : found;
  return (
    <>
      <SegmentedControl
        aria-label={t('newCase.customer')}
        value={isNew ? 'new' : 'known'}
        onChange={(next) =>
          onChange({ isNewCustomer: next === 'new', customerId: next === 'new' ? null : customerId })
        }
        data={[
          { value: 'known', label: t('newCase.knownCustomer') },
          { value: 'new', label: t('newCase.newCustomer') },
        ]}
      />
      {isNew ? null : (
        <Select
          id="case-customerId"
          label={t('newCase.customer')}
          placeholder={t('customers.search')}
          searchable
          clearable
          data={options}
          // The server has searched already, by more than what the label shows.
          filter={({ options: all }) => all}
          nothingFoundMessage={t('customers.noMatch')}
          value={customerId}
          onSearchChange={setText}
          onChange={(next) => {
            setChosen(options.find(({ value }) => value === next) ?? null);
            onChange({ isNewCustomer: false, customerId: next });
          }}
          error={error}
        />
      )}
    </>
  );
};
