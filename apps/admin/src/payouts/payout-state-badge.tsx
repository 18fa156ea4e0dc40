import {
  type Icon,
  IconAlertCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconSend,
  IconThumbUp,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PayoutState } from '#gql/graphql';
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';

const LOOK: Record<PayoutState, readonly [Tone, Icon]> = {
  PROPOSED: ['idle', IconCircleDashed],
  RELEASED: ['busy', IconThumbUp],
  SENT: ['busy', IconSend],
  PAID: ['ok', IconCircleCheck],
  FAILED: ['bad', IconAlertCircle],
};

export const PayoutStateBadge = ({ state }: { state: PayoutState }) => {
  const { t } = useTranslation();
  return (
    <ToneBadge tone={LOOK[state][0]} icon={LOOK[state][1]}>
      {t(`payoutState.${state}`)}
    </ToneBadge>
  );
};
