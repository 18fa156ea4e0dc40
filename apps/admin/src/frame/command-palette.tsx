import '@mantine/spotlight/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import {
  IconArrowRight,
  IconArrowsExchange,
  IconFileInvoice,
  IconPlus,
  IconSearch,
  IconUser,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { SearchQuery } from './frame.graphql.ts';
import { navFor } from './nav.ts';

const [store, palette] = createSpotlight();

const mayStartCases = (role: Role): boolean => role !== 'ADVISER';

/** Search over everything, and commands, in one place. */
export const CommandPalette = ({ role, onClose }: { role: Role; onClose: () => void }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 150);
  const isSearching = settled.length >= 2;
  const { data, isFetching } = useQuery({
    queryKey: queryKeys.search(settled),
    queryFn: ({ signal }) => execute(SearchQuery, { text: settled }, signal),
    enabled: isSearching,
    staleTime: 5_000,
  });
  useEffect(() => palette.open(), []);

  const matches = (label: string): boolean => label.toLowerCase().includes(text.trim().toLowerCase());
  const commands = mayStartCases(role)
    ? [
        {
          id: 'new-case',
          label: t('search.newCase'),
          leftSection: <IconPlus size={18} aria-hidden />,
          onClick: () => void navigate({ to: paths.newCase }),
        },
      ]
    : [];
  const places = navFor(role).map(({ name, path }) => ({
    id: name,
    label: t(`nav.${name}`),
    leftSection: <IconArrowRight size={18} aria-hidden />,
    onClick: () => void navigate({ to: path }),
  }));
  const found = isSearching ? data : undefined;
  const hits = [
    ...(found?.paymentCases.edges ?? []).map(({ node }) => ({
      id: node.id,
      label: `${node.number} ${node.customer.name}`,
      description: format.money(node.amountDue),
      leftSection: <IconArrowsExchange size={18} aria-hidden />,
      onClick: () => void navigate({ to: paths.case, params: { caseId: node.id } }),
    })),
    ...(found?.customers.edges ?? []).map(({ node }) => ({
      id: node.id,
      label: node.name,
      description: [node.number, node.data.city, node.data.email].filter(Boolean).join(' · '),
      leftSection: <IconUser size={18} aria-hidden />,
      onClick: () => void navigate({ to: paths.customer, params: { customerId: node.id } }),
    })),
    ...(found?.invoices.edges ?? []).map(({ node }) => ({
      id: node.id,
      label: `${t(`invoiceKind.${node.kind}`)} ${node.number ?? ''}`,
      description: `${node.customer.name} · ${format.money(node.gross)}`,
      leftSection: <IconFileInvoice size={18} aria-hidden />,
      onClick: () => void navigate({ to: paths.invoice, params: { invoiceId: node.id } }),
    })),
  ];
  const groups: SpotlightActionGroupData[] = [
    { group: t('search.found'), actions: hits },
    { group: t('search.do'), actions: commands.filter(({ label }) => matches(label)) },
    { group: t('search.goTo'), actions: places.filter(({ label }) => matches(label)) },
  ].filter(({ actions }) => actions.length > 0);

  return (
    <Spotlight
      store={store}
      attributes={{ content: { 'aria-label': t('frame.search') } }}
      shortcut={null}
      query={text}
      onQueryChange={setText}
      // The server has searched already, by more than the words on the screen.
      filter={(_query, actions) => actions}
      actions={groups}
      onSpotlightClose={onClose}
      highlightQuery
      scrollable
      maxHeight="60vh"
      nothingFound={isFetching ? t('search.searching') : t('search.nothing')}
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('search.placeholder'),
        'aria-label': t('frame.search'),
      }}
    />
  );
};
