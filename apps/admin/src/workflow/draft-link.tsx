import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.ts';
import type { CaseView } from './use-case.ts';

/** Shows what would be issued today: no number is taken for it. */
export const DraftLink = ({ paymentCase: { draftUrl } }: { paymentCase: CaseView }) => {
  const { t } = useTranslation();
  const { organization } = useSession();
  if (!draftUrl) return null;
  // The browser follows a link without the header that names the business.
  const query = new URLSearchParams({ organization: organization.id });
  return (
    <Anchor href={`${draftUrl}?${query}`} target="_blank" rel="noreferrer" size="sm">
      {t('case.draft')}
    </Anchor>
  );
};
