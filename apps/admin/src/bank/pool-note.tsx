import { Box } from '@mantine/core';
import { IconPigMoney } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { Note } from '../ui/note.tsx';
import { BankPoolTotalQuery } from './bank.graphql.ts';

/** Money on the bank account that is no payment yet, beside a list of payments that does not show it. */
export const PoolNote = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: pool } = useQuery({
    queryKey: queryKeys.bankPool({ total: true }),
    queryFn: async ({ signal }) => (await execute(BankPoolTotalQuery, {}, signal)).bankPool,
  });
  if (!pool || pool.count === 0) return null;
  return (
    <Box mb="md">
      <Note tone="idle" icon={IconPigMoney}>
        {t('bank.poolBeside', { total: format.money(pool.total) })}{' '}
        <Link className="link" to={paths.bank}>
          {t('bank.title')}
        </Link>
      </Note>
    </Box>
  );
};
