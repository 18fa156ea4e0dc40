import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { isCurrency } from '@zahlwerk/domain/money/currency';
import { parseAmount } from '@zahlwerk/domain/money/parse-amount';
import { parseDecimal } from '@zahlwerk/domain/money/parse-decimal';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { AmountInput, amountForInput } from '../form/amount-input.tsx';
import { SubmissionError } from '../form/submission-error.tsx';
import { useAmountError } from '../form/use-amount-error.ts';

import { useFormat } from '../format/use-format.ts';
import type { CaseView, StepScreenProps } from '../workflow/use-case.ts';
import { useCaseSubmission } from '../workflow/use-case-submission.ts';
import { EffectChoice } from './effect-choice.tsx';
import { RequestRefund } from './refunds.graphql.ts';

type Offer = CaseView['refundOffers'][number];

interface Wish {
  readonly offer: Offer;
  readonly amount: string;
  readonly reason: string;
}

/** Asks for money to go back; what that does to the claim is said before the click. */
export const RefundDialog = ({ paymentCase, onClose }: StepScreenProps & { onClose: () => void }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const amountError = useAmountError();
  const [first] = paymentCase.refundOffers;
  const [offer, setOffer] = useState<Offer | undefined>(first);
  const [amount, setAmount] = useState(first ? amountForInput(first.most.amount, format.locale) : '');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const requesting = useCaseSubmission({
    paymentCase,
    isDirty: reason !== '',
    send: async (wish: Wish, command) => {
      const { paymentId, effect, most } = wish.offer;
      const money = { amount: wish.amount, currency: most.currency };
      const input = { ...command, paymentId, effect, amount: money, reason: wish.reason };
      return (await execute(RequestRefund, { input })).requestRefund;
    },
    done: t('refunds.done'),
    onSuccess: onClose,
  });
  if (!offer) return null;
  const currency = isCurrency(offer.most.currency) ? offer.most.currency : 'EUR';
  const parsed = parseAmount(amount, format.locale, currency);
  const choose = (next: Offer): void => {
    setOffer(next);
    setAmount(amountForInput(next.most.amount, format.locale));
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setProblem(parsed.ok ? null : amountError(parsed.code));
    if (parsed.ok) requesting.submit({ offer, amount: parsed.decimal, reason });
  };
  const payments = paymentCase.payments.filter(({ id }) =>
    paymentCase.refundOffers.some(({ paymentId }) => paymentId === id),
  );
  const exact = parsed.ok ? parseDecimal(parsed.decimal, currency) : null;
  const typed = exact?.ok ? { minor: exact.value.minor.toString(), currency } : null;
  const isOverLimit = typed !== null && BigInt(typed.minor) > BigInt(offer.aloneUpTo.minor);
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{t('refunds.request')}</strong>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          <SubmissionError
            submission={requesting}
            fields={{
              'amount.amount': { label: t('refunds.amount'), inputId: 'refund-amount' },
              reason: { label: t('refunds.reason'), inputId: 'refund-reason' },
            }}
          />
          {payments.length > 1 ? (
            <Select
              label={t('refunds.payment')}
              allowDeselect={false}
              value={offer.paymentId}
              data={payments.map(({ id, amount: arrived, valueOn }) => ({
                value: id,
                label: `${format.money(arrived)}, ${format.day(valueOn)}`,
              }))}
              onChange={(id) => {
                const next = paymentCase.refundOffers.find(({ paymentId }) => paymentId === id);
                if (next) choose(next);
              }}
            />
          ) : null}
          <AmountInput
            id="refund-amount"
            label={t('refunds.amount')}
            description={t('refunds.most', { amount: format.money(offer.most) })}
            currency={currency}
            value={amount}
            onChange={setAmount}
            error={problem ?? requesting.fieldErrors['amount.amount']}
            data-autofocus
          />
          <EffectChoice
            offers={paymentCase.refundOffers.filter(({ paymentId }) => paymentId === offer.paymentId)}
            chosen={offer}
            amount={typed ? format.money(typed) : '–'}
            onChoose={setOffer}
          />
          <Textarea
            id="refund-reason"
            label={t('refunds.reason')}
            autosize
            minRows={2}
            value={reason}
            error={requesting.fieldErrors.reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <p style={{ margin: 0 }}>{t(offer.byHand ? 'refunds.byHand' : 'refunds.byProvider')}</p>
          {isOverLimit ? (
            <p style={{ margin: 0 }}>{t('refunds.needsSecond', { limit: format.money(offer.aloneUpTo) })}</p>
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={requesting.isSending}>
              {t('refunds.request')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
