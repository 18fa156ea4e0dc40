import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconHelpCircle,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { VatCheckFieldsFragment } from '#gql/graphql';
import { useFormat } from '../format/use-format.ts';
import { useCode } from '../i18n/use-code.ts';
import { type Fact, Facts } from '../ui/facts.tsx';
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';
import { useActorName } from '../workflow/actor-name.ts';
import classes from './vat-register.module.css';

type Standing = 'CONFIRMED' | 'OTHER_NAME' | 'NOT_CONFIRMED' | 'UNAVAILABLE' | 'ASKED';

const LOOK: Record<Standing, readonly [Tone, Icon]> = {
  CONFIRMED: ['ok', IconCircleCheck],
  OTHER_NAME: ['warn', IconAlertTriangle],
  NOT_CONFIRMED: ['bad', IconCircleX],
  UNAVAILABLE: ['warn', IconHelpCircle],
  ASKED: ['busy', IconClock],
};

const standingOf = ({ outcome, nameMatch }: VatCheckFieldsFragment): Standing => {
  if (outcome === 'CONFIRMED') return nameMatch === 'OTHER' ? 'OTHER_NAME' : outcome;
  return outcome ?? 'ASKED';
};

/** One question to the register: how it was answered, and what proves it. */
export const VatEvidence = ({ check }: { readonly check: VatCheckFieldsFragment }) => {
  const { t } = useTranslation();
  const format = useFormat();
  const code = useCode();
  const actorName = useActorName();
  const standing = standingOf(check);
  const [tone, icon] = LOOK[standing];
  const { askedBy, askAt, answeredAt } = check;
  const facts: readonly Fact[] = [
    [t('vatRegister.vatId'), check.vatId],
    [t('vatRegister.askedAt'), format.instant(check.askedAt)],
    askedBy ? [t('vatRegister.askedBy'), actorName(askedBy)] : null,
    answeredAt ? [t('vatRegister.answeredAt'), format.instant(answeredAt)] : null,
    !answeredAt && askAt ? [t('vatRegister.askAt'), format.instant(askAt)] : null,
    check.register ? [t('vatRegister.register'), check.register] : null,
    check.requestNumber ? [t('vatRegister.requestNumber'), check.requestNumber] : null,
    check.name ? [t('vatRegister.name'), check.name] : null,
    check.address ? [t('vatRegister.address'), <span className={classes.lines}>{check.address}</span>] : null,
    check.outcome === 'CONFIRMED' && check.nameMatch
      ? [t('vatRegister.nameMatch'), t(`nameMatch.${check.nameMatch}`)]
      : null,
    check.reason ? [t('vatRegister.reason'), code('vatReason', check.reason)] : null,
  ];
  return (
    <div className={classes.evidence}>
      <ToneBadge tone={tone} icon={icon}>
        {t(`vatStanding.${standing}`)}
      </ToneBadge>
      <Facts facts={facts} />
    </div>
  );
};
