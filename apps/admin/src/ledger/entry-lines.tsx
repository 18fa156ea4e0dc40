import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MoneyText } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { Amount } from '../ui/amount.tsx';
import classes from './entry-lines.module.css';

interface LineView {
  readonly account: { readonly id: string; readonly number: string; readonly name: string };
  readonly amount: MoneyText;
}

const magnitude = ({ minor, currency }: MoneyText): MoneyText => ({
  minor: minor.replace('-', ''),
  currency,
});

/** Debit and credit of one entry, debit first; together they are always zero. Each account leads to its sheet. */
export const EntryLines = ({ lines }: { lines: readonly LineView[] }) => {
  const { t } = useTranslation();
  const sorted = [...lines].sort(
    (a, b) => Number(a.amount.minor.startsWith('-')) - Number(b.amount.minor.startsWith('-')),
  );
  return (
    <ul className={classes.lines}>
      {sorted.map(({ account, amount }, index) => {
        const isCredit = amount.minor.startsWith('-');
        return (
          <li key={index} className={classes.line} data-credit={isCredit || undefined}>
            <span className={classes.side}>{isCredit ? t('ledger.credit') : t('ledger.debit')}</span>
            <Link className={classes.name} to={paths.accountSheet} params={{ accountId: account.id }}>
              {account.number} {account.name}
            </Link>
            <Amount of={magnitude(amount)} />
          </li>
        );
      })}
    </ul>
  );
};
