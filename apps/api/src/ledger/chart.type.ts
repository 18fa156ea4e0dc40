import type { ChartOfAccounts } from '@zahlwerk/domain/ledger/chart';
import { builder } from '../graphql/builder.ts';

export const ChartOfAccountsEnum = builder.enumType('ChartOfAccounts', {
  description:
    "DATEV's charts of accounts, by which accounts are numbered until somebody numbers them otherwise.",
  values: {
    SKR03: { description: 'Ordered by processes.' },
    SKR04: { description: 'Ordered by the annual accounts.' },
  } as const satisfies Record<ChartOfAccounts, object>,
});
