import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { isCurrency } from '@zahlwerk/domain/money/currency';
import { parseAmount } from '@zahlwerk/domain/money/parse-amount';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankTransactionFieldsFragment } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { AmountInput, amountForInput } from '../form/amount-input.tsx';
import { SubmissionError } from '../form/submission-error.tsx';
import { useAmountError } from '../form/use-amount-error.ts';
import { useFormat } from '../format/use-format.ts';
import { OpenCasesQuery } from './bank.graphql.ts';
import { useAssignment } from './use-assignment.ts';

interface AssignDialogProps {
  readonly transaction: BankTransactionFieldsFragment;
  readonly onClose: () => void;
}

/** Gives a credit, or a part of it, to any open case. */
export const AssignDialog = ({ transaction, onClose }: AssignDialogProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const amountError = useAmountError();
  const { unassigned } = transaction;
  const currency = isCurrency(unassigned.currency) ? unassigned.currency : 'EUR';
  const [search, setSearch] = useState(transaction.counterpartyName ?? '');
  const [caseId, setCaseId] = useState<string | null>(null);
  const [amount, setAmount] = useState(amountForInput(unassigned.amount, format.locale));
  const [problem, setProblem] = useState<string | null>(null);
  const assigning = useAssignment(onClose);
  const { data } = useQuery({
    queryKey: queryKeys.cases({ toAssign: search }),
    queryFn: async ({ signal }) => (await execute(OpenCasesQuery, { search }, signal)).paymentCases,
    placeholderData: (before) => before,
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const parsed = parseAmount(amount, format.locale, currency);
    setProblem(parsed.ok ? null : amountError(parsed.code));
    if (parsed.ok && caseId)
      assigning.submit({
        transactionId: transaction.id,
        caseId,
        amount: { amount: parsed.decimal, currency },
      });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{t('bank.assignTitle')}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <SubmissionError submission={assigning} />
          <Select
            label={t('bank.case')}
            description={t('bank.caseHint')}
            searchable
            filter={({ options }) => options}
            searchValue={search}
            onSearchChange={setSearch}
            value={caseId}
            onChange={setCaseId}
            nothingFoundMessage={t('search.nothing')}
            data={(data?.edges ?? []).map(({ node }) => ({
              value: node.id,
              label: `${node.number} · ${node.customer.name} · ${format.money(node.amountOpen)}`,
            }))}
            data-autofocus
          />
          <AmountInput
            label={t('case.amount')}
            currency={currency}
            value={amount}
            onChange={setAmount}
            error={problem}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={assigning.isSending} disabled={!caseId}>
              {t('bank.assign')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
