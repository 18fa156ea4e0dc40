import { IconAlertTriangle, IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReaderConnection } from '#gql/graphql';
import { ToneBadge } from '../ui/tone-badge.tsx';

const LOOK = {
  ONLINE: { tone: 'ok', icon: IconCircleCheck },
  OFFLINE: { tone: 'bad', icon: IconPlugConnectedX },
  UNKNOWN: { tone: 'warn', icon: IconAlertTriangle },
} as const satisfies Record<ReaderConnection, object>;

/** Whether a reader can be reached. */
export const ReaderConnectionBadge = ({ connection }: { connection: ReaderConnection }) => {
  const { t } = useTranslation();
  return <ToneBadge {...LOOK[connection]}>{t(`readerConnection.${connection}`)}</ToneBadge>;
};
