import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { OpenCasesQuery } from './bank.graphql.ts';

interface CaseChoiceProps {
  readonly label: string;
  readonly startWith: string;
  readonly caseId: string | null;
  /** Cases that have a part already. */
  readonly taken: readonly string[];
  readonly error: string | null;
  readonly onChange: (caseId: string | null) => void;
}

/** Looks for an open case by its number, customer, amount or order reference. */
export const CaseChoice = ({ label, startWith, caseId, taken, error, onChange }: CaseChoiceProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useState(startWith);
  const { data } = useQuery({
    queryKey: queryKeys.cases({ toAssign: search }),
    queryFn: async ({ signal }) => (await execute(OpenCasesQuery, { search }, signal)).paymentCases,
    placeholderData: (before) => before,
  });
  return (
    <Select
      label={label}
      description={t('bank.caseHint')}
      searchable
      filter={({ options }) => options}
      searchValue={search}
      onSearchChange={setSearch}
      value={caseId}
      onChange={onChange}
      error={error}
      nothingFoundMessage={t('search.nothing')}
      data={(data?.edges ?? []).map(({ node }) => ({
        value: node.id,
        label: `${node.number} · ${node.customer.name} · ${format.money(node.amountOpen)}`,
        disabled: taken.includes(node.id),
      }))}
      data-autofocus
    />
  );
};
