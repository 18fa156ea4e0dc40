import { useTranslation } from 'react-i18next';
import type { SheetLineFieldsFragment } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { useCode } from '../i18n/use-code.ts';
import type { Cell } from '../table/csv.ts';
import { ExportButton } from '../table/export-button.tsx';
import { SheetLinesQuery } from './account-sheet.graphql.ts';
import { counterAccounts } from './counter-accounts.ts';
import type { SheetSearch } from './sheet-search.ts';

const PAGE = 100;

interface SheetExportProps extends SheetSearch {
  readonly accountId: string;
  readonly number: string;
}

/** The lines of the period as a file for a spreadsheet, as the adviser reads them: one line per posting. */
export const SheetExport = ({ accountId, number, ...period }: SheetExportProps) => {
  const { t } = useTranslation();
  const code = useCode();
  const header = [
    t('ledger.posted'),
    t('ledger.entry'),
    t('sheet.document'),
    t('ledger.case'),
    t('cases.customer'),
    t('sheet.counterAccount'),
    t('cases.currency'),
    t('ledger.debit'),
    t('ledger.credit'),
    t('ledger.balance'),
  ];
  const line = ({ postedOn, debit, credit, balance, entry }: SheetLineFieldsFragment): readonly Cell[] => [
    postedOn,
    code('purpose', entry.purpose),
    entry.invoice?.number ?? entry.payout?.number ?? entry.source,
    entry.case?.number ?? '',
    entry.case?.customer.name ?? '',
    counterAccounts(entry.lines, debit ? 'debit' : 'credit')
      .map((account) => account.number)
      .join(' '),
    balance.currency,
    debit ?? '',
    credit ?? '',
    balance,
  ];
  return (
    <ExportButton
      name={`${t('sheet.exportName')}-${number}`}
      header={header}
      line={line}
      load={async (after, signal) => {
        const { ledgerAccountSheet: sheet } = await execute(
          SheetLinesQuery,
          { accountId, ...period, first: PAGE, after },
          signal,
        );
        if (!sheet) throw new Error('The account has gone.');
        return { totalCount: sheet.lineCount, ...sheet.lines };
      }}
    />
  );
};
