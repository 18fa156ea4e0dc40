import { Button } from '@mantine/core';
import { IconFileZip } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useBusiness } from '../format/business-context.ts';
import { useFormat } from '../format/use-format.ts';
import { useSession } from '../session/session.ts';
import { archivePeriod, type InvoiceSearch } from './invoice-search.ts';

/** Saves PDF and XML of a whole period at once, for the tax adviser or an auditor. */
export const InvoiceArchiveLink = ({ search }: { readonly search: InvoiceSearch }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = useBusiness();
  const { organization } = useSession();
  const period = archivePeriod(search, today);
  if (!period) return null;
  // The browser follows a link without the header that names the business.
  const query = new URLSearchParams({ ...period, organization: organization.id });
  return (
    <Button
      component="a"
      href={`/api/invoices.zip?${query}`}
      download
      variant="default"
      leftSection={<IconFileZip size={17} aria-hidden />}
      aria-label={t('invoices.archiveOf', { from: format.day(period.from), until: format.day(period.until) })}
    >
      {t('invoices.archive')}
    </Button>
  );
};
