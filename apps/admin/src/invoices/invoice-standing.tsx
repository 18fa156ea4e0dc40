import { type Icon, IconBan, IconCircleCheck, IconCircleDashed, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InvoiceStanding } from '#gql/graphql';
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';

const LOOK: Record<InvoiceStanding, readonly [Tone, Icon]> = {
  OPEN: ['busy', IconCircleDashed],
  OVERDUE: ['warn', IconClock],
  PAID: ['ok', IconCircleCheck],
  CANCELED: ['idle', IconBan],
};

/** How an invoice stands to its money. */
export const InvoiceStandingBadge = ({ standing }: { standing: InvoiceStanding }) => {
  const { t } = useTranslation();
  return (
    <ToneBadge tone={LOOK[standing][0]} icon={LOOK[standing][1]}>
      {t(`invoiceStanding.${standing}`)}
    </ToneBadge>
  );
};
