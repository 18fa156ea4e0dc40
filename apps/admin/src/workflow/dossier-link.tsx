import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.ts';
import type { StepScreenProps } from './use-case.ts';

/** Saves the whole case: what was recorded, every paper and every file, with an index of hashes. */
export const DossierLink = ({ paymentCase: { id, number } }: StepScreenProps) => {
  const { t } = useTranslation();
  const { organization } = useSession();
  // The browser follows a link without the header that names the business.
  const query = new URLSearchParams({ organization: organization.id });
  return (
    <Anchor
      href={`/api/cases/${id}/dossier.zip?${query}`}
      download
      size="sm"
      aria-label={t('case.dossierOf', { number })}
    >
      {t('case.dossier')}
    </Anchor>
  );
};
