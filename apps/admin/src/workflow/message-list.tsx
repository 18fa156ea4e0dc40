import { type Icon, IconAlertCircle, IconCircleCheck, IconClock, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useCode } from '../i18n/use-code.ts';
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';
import classes from './checklist.module.css';

interface MessageView {
  readonly id: string;
  readonly template: string;
  readonly title: string | null;
  readonly recipient: string;
  readonly state: string;
  readonly queuedAt: string;
  readonly sentAt: string | null;
  readonly deliveredAt: string | null;
  readonly lastError: string | null;
}

const LOOK = {
  QUEUED: ['idle', IconClock],
  SENDING: ['busy', IconSend],
  SENT: ['busy', IconSend],
  DELIVERED: ['ok', IconCircleCheck],
  BOUNCED: ['bad', IconAlertCircle],
  FAILED: ['bad', IconAlertCircle],
} as const satisfies Record<string, readonly [Tone, Icon]>;

type MessageState = keyof typeof LOOK;
const isKnown = (state: string): state is MessageState => Object.hasOwn(LOOK, state);

/** Every message with its recipient and how its delivery went. */
export const MessageList = ({ messages }: { messages: readonly MessageView[] }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const code = useCode();
  if (messages.length === 0) return <p>{t('notify.none')}</p>;
  return (
    <ul className={classes.list} aria-label={t('notify.messages')}>
      {messages.map(({ id, template, title, recipient, state, queuedAt, sentAt, deliveredAt, lastError }) => {
        const known = isKnown(state) ? state : 'QUEUED';
        const [tone, icon] = LOOK[known];
        return (
          <li key={id} className={`${classes.item} ${classes.line}`}>
            <span className={classes.words}>
              <span>{title ?? code('template', template)}</span>
              <span className={classes.proof}>
                {[recipient, lastError && code('messageError', lastError)].filter(Boolean).join(' · ')}
              </span>
            </span>
            <span className={classes.result}>
              <ToneBadge tone={tone} icon={icon}>
                {t(`messageState.${known}`)}
              </ToneBadge>
              <span className={classes.proof}>{format.instant(deliveredAt ?? sentAt ?? queuedAt)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
};
