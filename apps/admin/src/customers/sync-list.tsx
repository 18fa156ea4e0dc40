import { type Icon, IconAlertCircle, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';
import classes from './method-list.module.css';

interface SyncView {
  readonly target: string;
  readonly state: string;
  readonly customerVersion: number;
  readonly error: string | null;
}

const LOOK = {
  PENDING: ['busy', IconClock],
  SYNCED: ['ok', IconCircleCheck],
  FAILED: ['bad', IconAlertCircle],
} as const satisfies Record<string, readonly [Tone, Icon]>;

const STATES = ['PENDING', 'SYNCED', 'FAILED'] as const;
const TARGETS = ['PROVIDER', 'WEBHOOK', 'LIVE'] as const;

/** Which connected systems have the confirmed record already. */
export const SyncList = ({ syncs }: { syncs: readonly SyncView[] }) => {
  const { t } = useTranslation();
  return (
    <ul className={classes.list}>
      {syncs.map(({ target, state, customerVersion, error }) => {
        const known = STATES.find((one) => one === state) ?? 'PENDING';
        const where = TARGETS.find((one) => one === target);
        return (
          <li key={target}>
            {where ? t(`syncTarget.${where}`) : target}{' '}
            <ToneBadge tone={LOOK[known][0]} icon={LOOK[known][1]}>
              {t(`syncState.${known}`)}
            </ToneBadge>
            <span className={classes.dim}>
              {[t('customers.version', { number: customerVersion }), error].filter(Boolean).join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
