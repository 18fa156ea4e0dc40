import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import classes from './entry-trail.module.css';

interface EntryView {
  readonly case: {
    readonly id: string;
    readonly number: string;
    readonly customer: { readonly name: string };
  } | null;
  readonly invoice: {
    readonly id: string;
    readonly number: string | null;
    readonly pdfUrl: string | null;
  } | null;
  readonly payment: { readonly id: string; readonly payer: string | null } | null;
  readonly payout: { readonly id: string; readonly number: string } | null;
  readonly bankTransaction: { readonly id: string } | null;
}

/** From an entry to what stands behind it: its case, its document, its payment, its payout, its line on the bank statement. */
export const EntryTrail = ({
  entry: { case: claim, invoice, payment, payout, bankTransaction },
}: {
  entry: EntryView;
}) => {
  const { t } = useTranslation();
  return (
    <span className={classes.trail}>
      {claim ? (
        <Link to={paths.case} params={{ caseId: claim.id }}>
          {claim.number} {claim.customer.name}
        </Link>
      ) : null}
      {invoice ? (
        <Link to={paths.invoice} params={{ invoiceId: invoice.id }}>
          {invoice.number ?? t('sheet.invoice')}
        </Link>
      ) : null}
      {invoice?.pdfUrl ? (
        <a href={invoice.pdfUrl} target="_blank" rel="noreferrer">
          {t('sheet.pdf')}
        </a>
      ) : null}
      {payment ? (
        <Link to={paths.payment} params={{ paymentId: payment.id }}>
          {payment.payer ? t('sheet.paymentOf', { payer: payment.payer }) : t('sheet.payment')}
        </Link>
      ) : null}
      {payout ? (
        <Link to={paths.payout} params={{ payoutId: payout.id }}>
          {payout.number}
        </Link>
      ) : null}
      {bankTransaction ? <Link to={paths.bank}>{t('sheet.bankStatement')}</Link> : null}
    </span>
  );
};
