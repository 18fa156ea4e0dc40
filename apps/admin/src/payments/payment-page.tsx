import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PaymentQuery as PaymentData } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { JournalOf } from '../ledger/journal-of.tsx';
import { paths } from '../paths.ts';
import { Amount } from '../ui/amount.tsx';
import { Facts } from '../ui/facts.tsx';
import { Failed } from '../ui/failed.tsx';
import { LoadingPage } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { PaymentQuery } from './payment.graphql.ts';
import classes from './payment-page.module.css';
import { PaymentUses } from './payment-uses.tsx';

export type PaymentView = NonNullable<PaymentData['payment']>;

/** One payment: where it came from, what was done with it, what was posted about it. */
export const PaymentPage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { paymentId } = useParams({ from: '/frame/payments/$paymentId' });
  const { data, isPending, error, refetch } = useQuery({
    queryKey: queryKeys.payments({ id: paymentId }),
    queryFn: async ({ signal }) => (await execute(PaymentQuery, { id: paymentId }, signal)).payment,
  });
  if (isPending) return <LoadingPage />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <NotFound />;
  return (
    <>
      <PageHeader
        title={t('payments.titleOf', { amount: format.money(data.amount) })}
        above={
          <Link className={classes.crumb} to={paths.payments}>
            {t('payments.title')}
          </Link>
        }
        below={data.customer?.name ?? data.payer ?? t('payments.unknownPayer')}
      />
      <div className={classes.column}>
        <Section title={t('payments.origin')}>
          <Origin payment={data} />
        </Section>
        <Section title={t('payments.uses')}>
          <PaymentUses payment={data} />
        </Section>
        <JournalOf paymentId={paymentId} />
      </div>
    </>
  );
};

/** From whom, how and when it came, and by which ids others know it. */
const Origin = ({ payment }: { payment: PaymentView }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { customer, case: claim, bankTransaction: line } = payment;
  return (
    <Facts
      facts={[
        [t('payments.amount'), <Amount key="amount" of={payment.amount} weight="strong" />],
        customer
          ? [
              t('cases.customer'),
              <Link key="customer" className="link" to={paths.customer} params={{ customerId: customer.id }}>
                {customer.name}
              </Link>,
            ]
          : null,
        claim
          ? [
              t('payments.arrivedFor'),
              <Link key="case" className="link" to={paths.case} params={{ caseId: claim.id }}>
                {claim.number}
              </Link>,
            ]
          : null,
        payment.payer ? [t('payments.payer'), payment.payer] : null,
        payment.payerIban ? [t('payments.payerIban'), payment.payerIban] : null,
        [
          t('payments.method'),
          payment.method ? t(`method.${payment.method}`) : t(`paymentSource.${payment.source}`),
        ],
        [t('payments.booked'), format.instant(payment.bookedAt)],
        [t('payments.valueOn'), format.day(payment.valueOn)],
        payment.reference ? [t('payments.reference'), payment.reference] : null,
        payment.providerRef ? [t('payments.providerRef'), payment.providerRef] : null,
        line?.endToEndId ? [t('payments.endToEndId'), line.endToEndId] : null,
        line
          ? [
              t('payments.bankLine'),
              <Link key="line" className="link" to={paths.bank}>
                {format.day(line.bookedOn)} {line.counterpartyName} {format.money(line.amount)}
              </Link>,
            ]
          : null,
        payment.unassignedAt ? [t('payments.givenBack'), format.instant(payment.unassignedAt)] : null,
      ]}
    />
  );
};
