import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { Amount } from '../../ui/amount.tsx';
import { Facts } from '../../ui/facts.tsx';
import { MessageList } from '../message-list.tsx';
import type { StepScreenProps } from '../use-case.ts';

/** What the case was started with, and the request the customer got. */
export const InitiatePaymentScreen = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const requests = paymentCase.messages.edges
    .map(({ node }) => node)
    .filter(({ template }) => template === 'payment-request');
  return (
    <Stack gap="md">
      <Facts
        facts={[
          [t('case.amountDue'), <Amount key="due" of={paymentCase.amountDue} weight="strong" />],
          [t('case.due'), format.day(paymentCase.dueOn)],
          paymentCase.reference ? [t('case.reference'), paymentCase.reference] : null,
          [t('case.invoicing'), t(`invoicing.${paymentCase.invoicing}`)],
        ]}
      />
      <section aria-label={t('notify.request')}>
        <h3>{t('notify.request')}</h3>
        {paymentCase.channel === 'IN_PERSON' ? (
          <p>{t('notify.inPerson')}</p>
        ) : (
          <MessageList messages={requests} />
        )}
      </section>
    </Stack>
  );
};
