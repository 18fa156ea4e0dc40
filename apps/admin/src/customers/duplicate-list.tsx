import { Button } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerQuery } from '#gql/graphql';
import { paths } from '../paths.ts';
import { useSession } from '../session/session.ts';
import { MergeDialog } from './merge-dialog.tsx';
import classes from './method-list.module.css';

type Customer = NonNullable<CustomerQuery['customer']>;

interface DuplicateListProps {
  readonly customerId: string;
  readonly duplicates: Customer['duplicates'];
}

/** Other records that may be the same customer, what speaks for it, and the way to make two of them one. */
export const DuplicateList = ({ customerId, duplicates }: DuplicateListProps) => {
  const { t } = useTranslation();
  const { role } = useSession();
  const [chosen, setChosen] = useState<string | null>(null);
  const mayMerge = role === 'OWNER' || role === 'TEAM_LEAD';
  return (
    <>
      <ul className={classes.list}>
        {duplicates.map(({ customer, facts }) => (
          <li key={customer.id}>
            <Link to={paths.customer} params={{ customerId: customer.id }}>
              {customer.name || t('common.notSet')}
            </Link>
            <span className={classes.dim}>
              {[customer.number, ...facts.map((fact) => t(`duplicateFact.${fact}`))]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {mayMerge ? (
              <Button
                variant="default"
                size="xs"
                mt="xs"
                leftSection={<IconGitMerge size={15} aria-hidden />}
                onClick={() => setChosen(customer.id)}
              >
                {t('merge.open', { name: customer.number ?? customer.name })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayMerge ? null : <p className={classes.none}>{t('merge.leadsOnly')}</p>}
      {chosen ? (
        <MergeDialog customerId={customerId} otherId={chosen} onClose={() => setChosen(null)} />
      ) : null}
    </>
  );
};
