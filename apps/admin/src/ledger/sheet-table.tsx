import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerAccountSheetQuery, SheetLineFieldsFragment } from '#gql/graphql';
import { useFormat } from '../format/use-format.ts';
import { useCode } from '../i18n/use-code.ts';
import { paths } from '../paths.ts';
import { Amount } from '../ui/amount.tsx';
import { counterAccounts } from './counter-accounts.ts';
import { EntryTrail } from './entry-trail.tsx';
import classes from './sheet-table.module.css';

type Sheet = NonNullable<LedgerAccountSheetQuery['ledgerAccountSheet']>;

interface SheetTableProps {
  readonly sheet: Sheet;
  readonly lines: readonly SheetLineFieldsFragment[];
  /** Whether these are all lines: only then the sheet may be closed below them. */
  readonly isWhole: boolean;
}

/** Said once more although the elements have them: the cards on a phone take the roles of a table away. */
const ROLE = { table: 'table', group: 'rowgroup', row: 'row', header: 'columnheader', cell: 'cell' } as const;

/** A plain table, so that it can be printed as it stands. */
export const SheetTable = ({ sheet, lines, isWhole }: SheetTableProps) => {
  const { t } = useTranslation();
  return (
    <table role={ROLE.table} className={classes.table} aria-label={t('sheet.label')}>
      <thead role={ROLE.group}>
        <tr role={ROLE.row}>
          <th role={ROLE.header}>{t('ledger.posted')}</th>
          <th role={ROLE.header}>{t('ledger.entry')}</th>
          <th role={ROLE.header} className={classes.figure}>
            {t('ledger.debit')}
          </th>
          <th role={ROLE.header} className={classes.figure}>
            {t('ledger.credit')}
          </th>
          <th role={ROLE.header} className={classes.figure}>
            {t('ledger.balance')}
          </th>
        </tr>
      </thead>
      <tbody role={ROLE.group}>
        <BalanceRow label={t('sheet.opening')} balance={<Amount of={sheet.opening} weight="strong" />} />
        {lines.map((line, index) => (
          <LineRow key={index} line={line} />
        ))}
        {isWhole ? (
          <BalanceRow
            label={t('sheet.closing')}
            debit={<Amount of={sheet.debit} />}
            credit={<Amount of={sheet.credit} />}
            balance={<Amount of={sheet.closing} weight="strong" />}
          />
        ) : null}
      </tbody>
    </table>
  );
};

interface BalanceRowProps {
  readonly label: string;
  readonly debit?: ReactNode;
  readonly credit?: ReactNode;
  readonly balance: ReactNode;
}

const BalanceRow = ({ label, debit, credit, balance }: BalanceRowProps) => {
  const { t } = useTranslation();
  return (
    <tr role={ROLE.row} className={classes.total}>
      <td role={ROLE.cell} className={classes.day} />
      <td role={ROLE.cell} className={classes.entry}>
        {label}
      </td>
      <Figure label={t('ledger.debit')}>{debit}</Figure>
      <Figure label={t('ledger.credit')}>{credit}</Figure>
      <Figure label={t('ledger.balance')}>{balance}</Figure>
    </tr>
  );
};

const LineRow = ({
  line: { postedOn, debit, credit, balance, entry },
}: {
  line: SheetLineFieldsFragment;
}) => {
  const { t } = useTranslation();
  const format = useFormat();
  const code = useCode();
  return (
    <tr role={ROLE.row}>
      <td role={ROLE.cell} className={classes.day}>
        {format.day(postedOn)}
      </td>
      <td role={ROLE.cell} className={classes.entry}>
        <span>{code('purpose', entry.purpose)}</span>
        <span className={classes.counter}>
          {counterAccounts(entry.lines, debit ? 'debit' : 'credit').map(({ id, number, name }) => (
            <Link key={id} to={paths.accountSheet} params={{ accountId: id }} title={name}>
              {number} {name}
            </Link>
          ))}
        </span>
        <EntryTrail entry={entry} />
      </td>
      <Figure label={t('ledger.debit')}>{debit ? <Amount of={debit} /> : null}</Figure>
      <Figure label={t('ledger.credit')}>{credit ? <Amount of={credit} /> : null}</Figure>
      <Figure label={t('ledger.balance')}>
        <Amount of={balance} weight="strong" />
      </Figure>
    </tr>
  );
};

/** An amount; on a phone its column is named beside it. */
const Figure = ({ label, children }: { label: string; children: ReactNode }) => (
  <td role={ROLE.cell} className={classes.figure} data-empty={!children || undefined}>
    <span className={classes.name} aria-hidden>
      {label}
    </span>
    {children}
  </td>
);
