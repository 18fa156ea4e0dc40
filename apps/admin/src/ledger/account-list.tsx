import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MoneyText } from '../format/use-format.ts';
import { Amount } from '../ui/amount.tsx';
import { LoadingLines } from '../ui/loading.tsx';
import classes from './account-list.module.css';

interface AccountView {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly balances: readonly MoneyText[];
}

interface AccountListProps {
  readonly accounts: readonly AccountView[] | null;
  readonly chosen: string | null;
  readonly onChoose: (accountId: string | null) => void;
}

/** The chart of accounts; choosing one shows its entries. Positive is debit. */
export const AccountList = ({ accounts, chosen, onChoose }: AccountListProps) => {
  const { t } = useTranslation();
  if (!accounts) return <LoadingLines lines={8} height={38} />;
  const used = accounts.filter(({ id, balances }) => id === chosen || balances.length > 0);
  return (
    <ul className={classes.list}>
      <li>
        <UnstyledButton
          className={classes.account}
          aria-pressed={chosen === null}
          onClick={() => onChoose(null)}
        >
          {t('ledger.allAccounts')}
        </UnstyledButton>
      </li>
      {used.map(({ id, number, name, balances }) => (
        <li key={id}>
          <UnstyledButton
            className={classes.account}
            aria-pressed={chosen === id}
            onClick={() => onChoose(id)}
          >
            <span className={classes.name}>
              <span className={classes.number}>{number}</span> {name}
            </span>
            <span className={classes.balances}>
              {balances.map((balance) => (
                <Amount key={balance.currency} of={balance} />
              ))}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
};
