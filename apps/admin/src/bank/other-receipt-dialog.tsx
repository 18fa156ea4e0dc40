import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isCurrency } from '@zahlwerk/domain/money/currency';
import { parseAmount } from '@zahlwerk/domain/money/parse-amount';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankTransactionFieldsFragment, ReceiptAccount } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { AmountInput, amountForInput } from '../form/amount-input.tsx';
import { SubmissionError } from '../form/submission-error.tsx';
import { useAmountError } from '../form/use-amount-error.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './bank.module.css';
import { ReceiptOffersQuery } from './other-receipts.graphql.ts';
import { useBooking } from './use-other-receipts.ts';
import { usePostingLine } from './use-posting-line.ts';

interface OtherReceiptDialogProps {
  readonly transaction: BankTransactionFieldsFragment;
  readonly onClose: () => void;
}

/** Books a credit that no customer has paid to an account: which one, what it posts, and why. */
export const OtherReceiptDialog = ({ transaction, onClose }: OtherReceiptDialogProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const amountError = useAmountError();
  const postingLine = usePostingLine();
  const { id, unassigned } = transaction;
  const currency = isCurrency(unassigned.currency) ? unassigned.currency : 'EUR';
  const [account, setAccount] = useState<ReceiptAccount | null>(null);
  const [amount, setAmount] = useState(amountForInput(unassigned.amount, format.locale));
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const booking = useBooking(onClose);
  const { data } = useQuery({
    queryKey: queryKeys.receiptOffers(id),
    queryFn: async ({ signal }) => (await execute(ReceiptOffersQuery, { id }, signal)).node,
  });
  const offers = data?.__typename === 'BankTransaction' ? data.receiptOffers : [];
  const offer = offers.find((one) => one.account === account);
  const parsed = parseAmount(amount, format.locale, currency);
  const isWhole = parsed.ok && parsed.decimal === unassigned.amount;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setProblem(parsed.ok ? null : amountError(parsed.code));
    if (parsed.ok && account)
      booking.submit({ transactionId: id, account, amount: { amount: parsed.decimal, currency }, reason });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{t('otherReceipts.title')}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <SubmissionError submission={booking} />
          <p>{t('otherReceipts.text')}</p>
          <Radio.Group
            label={t('otherReceipts.account')}
            value={account}
            onChange={(value) => setAccount(offers.find((one) => one.account === value)?.account ?? null)}
          >
            <Stack gap="xs" mt="xs">
              {offers.map((one) => (
                <Radio key={one.account} value={one.account} label={t(`receiptAccount.${one.account}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <AmountInput
            label={t('case.amount')}
            currency={currency}
            value={amount}
            onChange={setAmount}
            error={problem}
          />
          <Textarea
            label={t('otherReceipts.reason')}
            autosize
            minRows={2}
            value={reason}
            error={booking.fieldErrors.reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {offer && isWhole ? (
            <p className={classes.dim}>
              {t('otherReceipts.preview')} {offer.lines.map(postingLine).join(' · ')}
              {offer.needsSecondPerson ? ` · ${t('effect.secondPerson')}` : null}
            </p>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={booking.isSending} disabled={!account}>
              {t(offer?.needsSecondPerson ? 'otherReceipts.askSecond' : 'otherReceipts.book')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
