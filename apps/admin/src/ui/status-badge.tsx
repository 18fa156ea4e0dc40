import {
  type Icon,
  IconArrowBackUp,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClock,
  IconHelpCircle,
  IconLock,
  IconPlayerPlay,
  IconReceiptRefund,
  IconScale,
  IconShieldCheck,
  IconThumbUp,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseState, PaymentStatus } from '#gql/graphql';
import { type Tone, ToneBadge } from './tone-badge.tsx';

type Look = readonly [Tone, Icon];

const PAYMENT_STATUS: Record<PaymentStatus, Look> = {
  REQUESTED: ['idle', IconCircleDashed],
  INITIATED: ['busy', IconPlayerPlay],
  VERIFIED: ['busy', IconShieldCheck],
  APPROVED: ['busy', IconThumbUp],
  SETTLED: ['ok', IconCircleCheck],
  PROCESSING: ['busy', IconClock],
  UNKNOWN: ['warn', IconHelpCircle],
  FAILED: ['bad', IconCircleX],
  CANCELED: ['idle', IconBan],
  RETURNED: ['bad', IconArrowBackUp],
  DISPUTED: ['bad', IconScale],
  REFUNDED: ['idle', IconReceiptRefund],
  PARTIALLY_REFUNDED: ['warn', IconReceiptRefund],
};

const CASE_STATE: Record<CaseState, Look> = {
  OPEN: ['busy', IconCircleDashed],
  CLOSED: ['ok', IconLock],
  CANCELED: ['idle', IconBan],
};

/** Where the money of a case is. */
export const StatusBadge = ({ status }: { status: PaymentStatus }) => {
  const { t } = useTranslation();
  const [tone, icon] = PAYMENT_STATUS[status];
  return (
    <ToneBadge tone={tone} icon={icon}>
      {t(`status.${status}`)}
    </ToneBadge>
  );
};

export const CaseStateBadge = ({ state }: { state: CaseState }) => {
  const { t } = useTranslation();
  const [tone, icon] = CASE_STATE[state];
  return (
    <ToneBadge tone={tone} icon={icon}>
      {t(`caseState.${state}`)}
    </ToneBadge>
  );
};

export const OverdueBadge = () => {
  const { t } = useTranslation();
  return (
    <ToneBadge tone="warn" icon={IconClock}>
      {t('common.overdue')}
    </ToneBadge>
  );
};
