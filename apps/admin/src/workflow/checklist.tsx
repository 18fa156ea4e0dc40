import {
  type Icon,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHelpCircle,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CheckState } from '#gql/graphql';
import { useFormat } from '../format/use-format.ts';
import { useCode } from '../i18n/use-code.ts';
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';
import classes from './checklist.module.css';

export interface CheckView {
  readonly key: string;
  /** Null for the machine's checks, which are worded by their key. */
  readonly label: string | null;
  /** Null while nobody has answered. */
  readonly state: CheckState | null;
  readonly detail?: string | null;
  readonly source?: string | null;
  readonly at?: string | null;
}

const LOOK: Record<CheckState, readonly [Tone, Icon]> = {
  PASSED: ['ok', IconCircleCheck],
  FAILED: ['bad', IconCircleX],
  NOT_APPLICABLE: ['idle', IconBan],
  NOT_CHECKABLE: ['warn', IconHelpCircle],
};

const OPEN = ['idle', IconCircleDashed] as const satisfies readonly [Tone, Icon];

/** Checks with their result, and the evidence behind it: source, time, answer. */
export const ChecklistView = ({ items, label }: { items: readonly CheckView[]; label: string }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const code = useCode();
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map(({ key, label: text, state, detail, source, at }) => {
        const [tone, icon] = state ? LOOK[state] : OPEN;
        return (
          <li key={key} className={classes.item}>
            <span className={classes.words}>
              <span>{text ?? code('checkKey', key)}</span>
              {detail ? <span className={classes.proof}>{detail}</span> : null}
            </span>
            <span className={classes.result}>
              <ToneBadge tone={tone} icon={icon}>
                {state ? t(`check.${state}`) : t('case.unanswered')}
              </ToneBadge>
              {source || at ? (
                <span className={classes.proof}>
                  {[source ? code('checkSource', source) : null, at ? format.instant(at) : null]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
};
