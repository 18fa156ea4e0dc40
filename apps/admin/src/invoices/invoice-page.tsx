import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { Amount } from '../ui/amount.tsx';
import { Facts } from '../ui/facts.tsx';
import { Failed } from '../ui/failed.tsx';
import { LoadingPage } from '../ui/loading.tsx';
import { NotFound } from '../ui/not-found.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { InvoiceFiles, MissingForXRechnung } from './invoice-files.tsx';
import classes from './invoice-page.module.css';
import { InvoiceStandingBadge } from './invoice-standing.tsx';
import { InvoiceQuery } from './invoices.graphql.ts';

/** One issued document: its figures, its case, its PDF. */
export const InvoicePage = () => {
  const { t } = useTranslation();
  const format = useFormat();
  const { invoiceId } = useParams({ from: '/frame/invoices/$invoiceId' });
  const { data, isPending, error, refetch } = useQuery({
    queryKey: queryKeys.invoice(invoiceId),
    queryFn: async ({ signal }) => {
      const { node } = await execute(InvoiceQuery, { id: invoiceId }, signal);
      return node?.__typename === 'Invoice' ? node : null;
    },
  });
  if (isPending) return <LoadingPage />;
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (!data) return <NotFound />;
  return (
    <>
      <PageHeader
        title={`${t(`invoiceKind.${data.kind}`)} ${data.number ?? ''}`}
        above={
          <Link className={classes.crumb} to={paths.invoices}>
            {t('invoices.title')}
          </Link>
        }
        beside={<InvoiceStandingBadge standing={data.standing} />}
        actions={<InvoiceFiles invoice={data} />}
      />
      <div className={classes.column}>
        <Section title={t('invoices.gross')}>
          <Facts
            facts={[
              [t('invoices.net'), <Amount key="net" of={data.net} />],
              [t('invoices.tax'), <Amount key="vat" of={data.vat} />],
              [t('invoices.gross'), <Amount key="gross" of={data.gross} weight="strong" />],
              data.standing === 'CANCELED'
                ? null
                : [t('cases.amountAwaited'), <Amount key="awaited" of={data.case.amountAwaited} />],
            ]}
          />
        </Section>
        <Section title={t('case.claim')}>
          <Facts
            facts={[
              [
                t('invoices.customer'),
                <Link
                  key="customer"
                  className="link"
                  to={paths.customer}
                  params={{ customerId: data.customer.id }}
                >
                  {data.customer.name}
                </Link>,
              ],
              [
                t('tasks.case'),
                <Link key="case" className="link" to={paths.case} params={{ caseId: data.case.id }}>
                  {data.case.number}
                </Link>,
              ],
              data.issuedOn ? [t('invoices.issued'), format.day(data.issuedOn)] : null,
              data.dueOn ? [t('invoices.due'), format.day(data.dueOn)] : null,
            ]}
          />
        </Section>
        <MissingForXRechnung invoice={data} />
      </div>
    </>
  );
};
