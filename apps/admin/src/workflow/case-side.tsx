import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CaseFiles } from '../attachments/case-files.tsx';
import { useMethodLabel } from '../customers/method-label.ts';
import { useFormat } from '../format/use-format.ts';
import { paths } from '../paths.ts';
import { AllocationList, givenTo } from '../payments/allocation-list.tsx';
import { RefundList } from '../payments/refund-list.tsx';
import { Facts } from '../ui/facts.tsx';
import { Section } from '../ui/section.tsx';
import classes from './case-side.module.css';
import { DossierLink } from './dossier-link.tsx';
import { DraftLink } from './draft-link.tsx';
import type { CaseView } from './use-case.ts';

/** Customer, claim and documents beside the chosen step. */
export const CaseSide = ({ paymentCase }: { paymentCase: CaseView }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const methodLabel = useMethodLabel();
  const { customer, skonto } = paymentCase;
  const task = paymentCase.tasks.find(({ kind }) => kind === 'PAYMENT');
  const place = [customer.data.postalCode, customer.data.city].filter(Boolean).join(' ');
  const usual = customer.methods.find(({ isDefault }) => isDefault);
  const documents = [
    ...paymentCase.invoices.map(({ kind, number, pdfUrl, xrechnungUrl }) => ({
      name: `${t(`invoiceKind.${kind}`)} ${number ?? ''}`,
      url: pdfUrl,
      xrechnung: xrechnungUrl,
    })),
    ...paymentCase.receipts.map(({ number, pdfUrl }) => ({
      name: `${t('case.receipt')} ${number}`,
      url: pdfUrl,
      xrechnung: null,
    })),
  ];
  return (
    <>
      <Section title={t('case.customer')}>
        <Facts
          facts={[
            [
              t('customers.name'),
              <Link key="name" className="link" to={paths.customer} params={{ customerId: customer.id }}>
                {customer.name}
              </Link>,
            ],
            [t('customers.number'), customer.number ?? '–'],
            [t('customerField.email'), customer.data.email ?? '–'],
            place !== '' && [t('customers.place'), place],
            usual ? [t('case.method'), methodLabel(usual)] : null,
          ]}
        />
      </Section>
      <Section title={t('case.claim')}>
        <Facts
          facts={[
            paymentCase.reference ? [t('case.reference'), paymentCase.reference] : null,
            paymentCase.externalRef ? [t('case.externalRef'), paymentCase.externalRef] : null,
            skonto
              ? [
                  t('skonto.title'),
                  t('skonto.offer', {
                    percent: format.number(skonto.basisPoints / 100),
                    day: format.day(skonto.lastDay),
                    amount: format.money(skonto.reduced),
                  }),
                ]
              : null,
            [t('case.channel'), t(`channel.${paymentCase.channel}`)],
            paymentCase.preferredMethod
              ? [t('case.preferredMethod'), t(`method.${paymentCase.preferredMethod}`)]
              : null,
            [t('case.begun'), format.instant(paymentCase.createdAt)],
            paymentCase.closedAt ? [t('case.ended'), format.instant(paymentCase.closedAt)] : null,
            task ? [t('case.task'), task.assignee?.name ?? t('tasks.unassigned')] : null,
          ]}
        />
      </Section>
      {givenTo(paymentCase).length > 0 ? (
        <Section title={t('allocations.title')}>
          <AllocationList paymentCase={paymentCase} />
        </Section>
      ) : null}
      {paymentCase.refunds.length > 0 ? (
        <Section title={t('refunds.title')}>
          <RefundList paymentCase={paymentCase} />
        </Section>
      ) : null}
      <Section title={t('case.documents')} aside={<DraftLink paymentCase={paymentCase} />}>
        {documents.length === 0 ? (
          <p className={classes.none}>{t('case.noDocuments')}</p>
        ) : (
          <ul className={classes.documents}>
            {documents.map(({ name, url, xrechnung }) => (
              <li key={name}>
                {url ? (
                  <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
                    {name}
                  </Anchor>
                ) : (
                  name
                )}
                {xrechnung ? (
                  <>
                    {' · '}
                    <Anchor
                      href={xrechnung}
                      download
                      size="sm"
                      aria-label={`${t('invoices.xrechnung')}: ${name}`}
                    >
                      {t('invoices.xrechnung')}
                    </Anchor>
                  </>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('attachments.title')} aside={<DossierLink paymentCase={paymentCase} />}>
        <CaseFiles paymentCase={paymentCase} />
      </Section>
    </>
  );
};
