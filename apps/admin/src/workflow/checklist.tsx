import {
  type Icon,
  IconBan,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHelpCircle,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ActorKind, ChecklistEvidence, CheckState, Step } from '#gql/graphql';
import { ItemFiles } from '../attachments/item-files.tsx';
import { useFormat } from '../format/use-format.ts';
import { useCode } from '../i18n/use-code.ts';
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';
import { useActorName } from './actor-name.ts';
import { AnswerLine } from './answer-line.tsx';
import { useCheckDetail } from './check-detail.ts';
import classes from './checklist.module.css';
import { isOwn } from './checklist-answers.ts';
import type { CaseView } from './use-case.ts';
import type { Checklist } from './use-checklist.ts';

export interface CheckView {
  readonly key: string;
  /** Null for the machine's checks, which are worded by their key. */
  readonly label: string | null;
  /** Null while nobody has answered. */
  readonly state: CheckState | null;
  readonly detail?: string | null;
  readonly source?: string | null;
  readonly at?: string | null;
  /** Who answered, where it was a person. */
  readonly by?: { readonly kind: ActorKind; readonly name: string | null } | null;
  readonly required?: boolean;
  /** What a yes rests on; only the business's own items have it. */
  readonly evidence?: ChecklistEvidence | null;
}

const LOOK: Record<CheckState, readonly [Tone, Icon]> = {
  PASSED: ['ok', IconCircleCheck],
  FAILED: ['bad', IconCircleX],
  NOT_APPLICABLE: ['idle', IconBan],
  NOT_CHECKABLE: ['warn', IconHelpCircle],
};

const OPEN = ['idle', IconCircleDashed] as const satisfies readonly [Tone, Icon];

/** One check with its result, and the evidence behind it: source, time, answer. */
const CheckLine = ({ item }: { item: CheckView }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const code = useCode();
  const actorName = useActorName();
  const inWords = useCheckDetail();
  const { key, label, state, detail, source, at, by } = item;
  const who =
    source === 'PERSON' && by?.kind === 'MEMBER' ? actorName(by) : source && code('checkSource', source);
  const [tone, icon] = state ? LOOK[state] : OPEN;
  return (
    <span className={classes.line}>
      <span className={classes.words}>
        <span>{label ?? code('checkKey', key)}</span>
        {detail ? <span className={classes.proof}>{inWords(key, detail)}</span> : null}
      </span>
      <span className={classes.result}>
        <ToneBadge tone={tone} icon={icon}>
          {state ? t(`check.${state}`) : t('case.unanswered')}
        </ToneBadge>
        {source || at ? (
          <span className={classes.proof}>
            {[who, at ? format.instant(at) : null].filter(Boolean).join(', ')}
          </span>
        ) : null}
      </span>
    </span>
  );
};

/** Checks that nothing can be put to: what the machine finds when it looks at the whole case. */
export const ChecklistView = ({ items, label }: { items: readonly CheckView[]; label: string }) => (
  <ul className={classes.list} aria-label={label}>
    {items.map((item) => (
      <li key={item.key} className={classes.item}>
        <CheckLine item={item} />
      </li>
    ))}
  </ul>
);

interface StepChecklistProps {
  readonly paymentCase: CaseView;
  readonly step: Step;
  readonly items: readonly CheckView[];
  readonly label: string;
  /** The answers being given, while the step may be worked on. */
  readonly checklist: Checklist | null;
}

/** The checklist of a step: its own items are answered here, and every line takes the files that prove it. */
export const StepChecklist = ({ paymentCase, step, items, label, checklist }: StepChecklistProps) => {
  const code = useCode();
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={classes.item}>
          <ItemFiles
            paymentCase={paymentCase}
            item={{ step, key: item.key }}
            what={item.label ?? code('checkKey', item.key)}
          >
            {checklist && isOwn(item) ? (
              <AnswerLine step={step} item={item} checklist={checklist} />
            ) : (
              <CheckLine item={item} />
            )}
          </ItemFiles>
        </li>
      ))}
    </ul>
  );
};
