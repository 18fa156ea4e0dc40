import { Button } from '@mantine/core';
import { IconFileTypePdf, IconFileTypeXml, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EInvoiceGapCode } from '#gql/graphql';
import { Note } from '../ui/note.tsx';
import classes from './invoice-page.module.css';

interface FilesProps {
  readonly invoice: { readonly pdfUrl: string | null; readonly xrechnungUrl: string | null };
}

/** The document as people read it, and as machines do. */
export const InvoiceFiles = ({ invoice: { pdfUrl, xrechnungUrl } }: FilesProps) => {
  const { t } = useTranslation();
  return (
    <>
      {xrechnungUrl ? (
        <Button
          component="a"
          href={xrechnungUrl}
          download
          variant="default"
          leftSection={<IconFileTypeXml size={17} aria-hidden />}
        >
          {t('invoices.xrechnung')}
        </Button>
      ) : null}
      {pdfUrl ? (
        <Button
          component="a"
          href={pdfUrl}
          target="_blank"
          rel="noreferrer"
          variant="default"
          leftSection={<IconFileTypePdf size={17} aria-hidden />}
        >
          {t('invoices.pdf')}
        </Button>
      ) : null}
    </>
  );
};

interface MissingProps {
  readonly invoice: {
    readonly xrechnungGaps: readonly { readonly code: EInvoiceGapCode; readonly message: string }[];
  };
}

/** Why there is no XRechnung, and what is to be entered for the next one; a statement never has one. */
export const MissingForXRechnung = ({ invoice: { xrechnungGaps } }: MissingProps) => {
  const { t } = useTranslation();
  if (xrechnungGaps.length === 0 || xrechnungGaps.some(({ code }) => code === 'NOT_AN_INVOICE')) return null;
  return (
    <Note tone="idle" icon={IconInfoCircle} title={t('invoices.noXrechnung')}>
      <ul className={classes.gaps}>
        {xrechnungGaps.map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
      </ul>
      {t('invoices.noXrechnungText')}
    </Note>
  );
};
