import { type Icon, IconCircleCheck, IconClockOff, IconPlayerPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PaymentLinkState, PaymentLinkViewFragment } from '#gql/graphql';
import { useFormat } from '../format/use-format.ts';
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';

const LOOK: Record<PaymentLinkState, readonly [Tone, Icon]> = {
  ACTIVE: ['ok', IconCircleCheck],
  OFF: ['idle', IconPlayerPause],
  EXPIRED: ['warn', IconClockOff],
};

/** Whether customers can use a link. */
export const LinkStateBadge = ({ state }: { state: PaymentLinkState }) => {
  const { t } = useTranslation();
  const [tone, icon] = LOOK[state];
  return (
    <ToneBadge tone={tone} icon={icon}>
      {t(`paymentLinkState.${state}`)}
    </ToneBadge>
  );
};

/** The fixed amount, or the limits, in one line. */
export const LinkAmount = ({
  link,
}: {
  link: Pick<PaymentLinkViewFragment, 'amount' | 'minimum' | 'maximum'>;
}) => {
  const format = useFormat();
  const { amount, minimum, maximum } = link;
  if (amount) return format.money(amount);
  return minimum && maximum ? `${format.money(minimum)} – ${format.money(maximum)}` : '–';
};
