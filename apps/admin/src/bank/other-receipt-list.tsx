import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OtherReceiptFieldsFragment } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { useConnection } from '../table/use-connection.ts';
import { Amount } from '../ui/amount.tsx';
import { Failed } from '../ui/failed.tsx';
import { Section } from '../ui/section.tsx';
import classes from './bank.module.css';
import { OtherReceiptsQuery } from './other-receipts.graphql.ts';
import { ReverseReceiptDialog } from './reverse-receipt-dialog.tsx';

const PAGE = 5;

interface EntryProps {
  readonly receipt: OtherReceiptFieldsFragment;
  readonly mayReverse: boolean;
}

const Entry = ({ receipt, mayReverse }: EntryProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [isReversing, setReversing] = useState(false);
  const { amount, account, reason, askedBy, askedAt, decidedBy, transaction } = receipt;
  const payer = transaction.counterpartyName ?? t('bank.unknownPayer');
  const words = { who: askedBy.name ?? '', at: format.instant(askedAt) };
  return (
    <li className={classes.entry}>
      <div className={classes.credit}>
        <div className={classes.words}>
          <strong>{payer}</strong>
          <span>{t('otherReceipts.entry', { account: `${account.number} ${account.name}`, reason })}</span>
          <span className={classes.dim}>
            {decidedBy
              ? t('otherReceipts.whoAgreed', { ...words, second: decidedBy.name ?? '' })
              : t('otherReceipts.who', words)}
          </span>
        </div>
        <Amount of={amount} weight="strong" />
      </div>
      {mayReverse ? (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('otherReceipts.reverseOf', { payer })}
            onClick={() => setReversing(true)}
          >
            {t('otherReceipts.reverse')}
          </Button>
        </div>
      ) : null}
      {isReversing ? <ReverseReceiptDialog receipt={receipt} onClose={() => setReversing(false)} /> : null}
    </li>
  );
};

/** Credits that no customer has paid, with the account that each stands on, and a way back. */
export const OtherReceiptList = ({ mayReverse }: { mayReverse: boolean }) => {
  const { t } = useTranslation();
  const list = useConnection({
    queryKey: queryKeys.otherReceipts(),
    load: async (after, signal) =>
      (await execute(OtherReceiptsQuery, { first: PAGE, after }, signal)).bankTransactions,
  });
  const booked = list.rows.flatMap(({ receipts }) => receipts).filter(({ state }) => state === 'BOOKED');
  if (!list.error && booked.length === 0) return null;
  return (
    <Section title={t('otherReceipts.list')}>
      {list.error ? <Failed error={list.error} onRetry={list.retry} /> : null}
      <ul className={classes.list} aria-label={t('otherReceipts.list')}>
        {booked.map((receipt) => (
          <Entry key={receipt.id} receipt={receipt} mayReverse={mayReverse} />
        ))}
      </ul>
      {list.loadMore ? (
        <Button variant="default" onClick={list.loadMore}>
          {t('bank.more')}
        </Button>
      ) : null}
    </Section>
  );
};
