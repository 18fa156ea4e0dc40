import { Button, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { isCurrency } from '@zahlwerk/domain/money/currency';
import { parseAmount } from '@zahlwerk/domain/money/parse-amount';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReceiptKind } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { AmountInput, amountForInput } from '../form/amount-input.tsx';
import { DayInput } from '../form/day-input.tsx';
import { SubmissionError } from '../form/submission-error.tsx';
import { useAmountError } from '../form/use-amount-error.ts';
import { useBusiness } from '../format/business-context.ts';
import { useFormat } from '../format/use-format.ts';
import { RegisterReceipt } from './case.graphql.ts';
import type { StepScreenProps } from './use-case.ts';
import { useCaseSubmission } from './use-case-submission.ts';

interface Receipt {
  readonly amount: { readonly amount: string; readonly currency: string };
  readonly valueOn: string;
  readonly kind: ReceiptKind;
  readonly reference: string;
}

/** Books money that somebody has seen arrive. Who vouches for it may not close the case. */
export const ReceiptDialog = ({ paymentCase, onClose }: StepScreenProps & { onClose: () => void }) => {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { today } = useBusiness();
  const amountError = useAmountError();
  const currency = isCurrency(paymentCase.amountDue.currency) ? paymentCase.amountDue.currency : 'EUR';
  const [amount, setAmount] = useState(amountForInput(paymentCase.amountOpen.amount, locale));
  const [valueOn, setValueOn] = useState<string | null>(today);
  const [kind, setKind] = useState<ReceiptKind>('BANK_TRANSFER');
  const [reference, setReference] = useState(paymentCase.number);
  const [problem, setProblem] = useState<string | null>(null);
  const registering = useCaseSubmission({
    paymentCase,
    send: async (receipt: Receipt, command) =>
      (await execute(RegisterReceipt, { input: { ...command, ...receipt } })).registerReceipt,
    done: t('case.receiptDone'),
    onSuccess: onClose,
  });
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const parsed = parseAmount(amount, locale, currency);
    setProblem(parsed.ok ? null : amountError(parsed.code));
    if (parsed.ok && valueOn)
      registering.submit({ amount: { amount: parsed.decimal, currency }, valueOn, kind, reference });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{t('case.registerReceipt')}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <SubmissionError
            submission={registering}
            fields={{ 'amount.amount': { label: t('case.amount'), inputId: 'receipt-amount' } }}
          />
          <p style={{ margin: 0 }}>{t('case.receiptText')}</p>
          <SegmentedControl
            aria-label={t('case.receiptKind')}
            value={kind}
            onChange={(next) => setKind(next === 'CARD_TERMINAL' ? 'CARD_TERMINAL' : 'BANK_TRANSFER')}
            data={[
              { value: 'BANK_TRANSFER', label: t('receiptKind.BANK_TRANSFER') },
              { value: 'CARD_TERMINAL', label: t('receiptKind.CARD_TERMINAL') },
            ]}
          />
          <AmountInput
            id="receipt-amount"
            label={t('case.amount')}
            currency={currency}
            value={amount}
            onChange={setAmount}
            error={problem ?? registering.fieldErrors['amount.amount']}
            data-autofocus
          />
          <DayInput
            label={t('case.valueOn')}
            value={valueOn}
            onChange={setValueOn}
            maxDate={today}
            error={valueOn ? registering.fieldErrors.valueOn : t('form.invalidDate')}
          />
          <TextInput
            label={t('case.receiptReference')}
            value={reference}
            error={registering.fieldErrors.reference}
            onChange={({ currentTarget }) => setReference(currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={registering.isSending}>
              {t('case.book')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
