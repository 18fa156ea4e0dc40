import { Group } from '@mantine/core';
import { IconCheck, IconClockHour4, IconScale, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useCode } from '../i18n/use-code.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Facts } from '../ui/facts.tsx';
import { type Tone, ToneBadge } from '../ui/tone-badge.tsx';
import { actionState } from '../workflow/action-state.ts';
import { useActorName } from '../workflow/actor-name.ts';
import type { CaseView, StepScreenProps } from '../workflow/use-case.ts';
import { AcceptDisputeDialog } from './accept-dispute-dialog.tsx';
import classes from './dispute-list.module.css';
import { type DisputeStage, disputeNext, disputeStage } from './dispute-stage.ts';
import { EvidenceDialog } from './evidence-dialog.tsx';

type Dispute = CaseView['disputes'][number];

const SIGNS = {
  TO_ANSWER: ['bad', IconScale],
  ASKED: ['warn', IconScale],
  ON_ITS_WAY: ['busy', IconClockHour4],
  WITH_BANK: ['busy', IconClockHour4],
  WON_UNPAID: ['ok', IconCheck],
  WON: ['ok', IconCheck],
  LOST: ['bad', IconX],
  RETURNED: ['bad', IconX],
} as const satisfies Record<DisputeStage, readonly [Tone, typeof IconX]>;

interface DisputeProps extends StepScreenProps {
  readonly dispute: Dispute;
}

/** Contradict or accept; what is blocked says why and who can. */
const Answers = ({ paymentCase, dispute }: DisputeProps) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<'EVIDENCE' | 'ACCEPTANCE' | null>(null);
  const close = (): void => setOpened(null);
  const submit = actionState(paymentCase, 'SUBMIT_DISPUTE_EVIDENCE');
  const accept = actionState(paymentCase, 'ACCEPT_DISPUTE');
  return (
    <>
      <Group gap="xs" mt="xs" align="flex-start">
        {submit ? (
          <ActionButton state={submit} onClick={() => setOpened('EVIDENCE')}>
            {t('disputes.submit')}
          </ActionButton>
        ) : null}
        {accept && !dispute.isInquiry ? (
          <ActionButton state={accept} variant="default" onClick={() => setOpened('ACCEPTANCE')}>
            {t('disputes.accept')}
          </ActionButton>
        ) : null}
      </Group>
      {opened === 'EVIDENCE' ? (
        <EvidenceDialog paymentCase={paymentCase} dispute={dispute} onClose={close} />
      ) : null}
      {opened === 'ACCEPTANCE' ? (
        <AcceptDisputeDialog paymentCase={paymentCase} dispute={dispute} onClose={close} />
      ) : null}
    </>
  );
};

const DisputeItem = ({ paymentCase, dispute }: DisputeProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const code = useCode();
  const actorName = useActorName();
  const stage = disputeStage(dispute);
  const [tone, sign] = SIGNS[stage];
  const { response, fee, dueBy } = dispute;
  const isToAnswer = stage === 'TO_ANSWER' || stage === 'ASKED';
  return (
    <li className={classes.dispute}>
      <div className={classes.head}>
        <strong className={classes.amount}>{format.money(dispute.amount)}</strong>
        <ToneBadge tone={tone} icon={sign}>
          {t(`disputeStage.${stage}`)}
        </ToneBadge>
      </div>
      <p className={classes.next}>
        {t(`disputeNext.${disputeNext(stage, paymentCase.amountOpen.minor)}`, {
          amount: format.money(dispute.amount),
          until: dueBy ? format.instant(dueBy) : '–',
        })}
      </p>
      <div className={classes.facts}>
        <Facts
          facts={[
            [t('disputes.reason'), code('disputeReason', dispute.reason)],
            isToAnswer && dueBy ? [t('disputes.dueBy'), format.instant(dueBy)] : null,
            [t('disputes.openedAt'), format.instant(dispute.openedAt)],
            fee.minor !== '0' && [t('disputes.fee'), format.money(fee)],
            response
              ? [
                  t(`disputeAnswer.${response.kind}`),
                  t('disputes.answered', { who: actorName(response.by), at: format.instant(response.at) }),
                ]
              : null,
          ]}
        />
      </div>
      {response?.statement ? (
        <p className={classes.statement}>{t('common.quote', { text: response.statement })}</p>
      ) : null}
      {response?.state === 'FAILED' ? (
        <p className={classes.failed}>
          {t('disputes.refused', { why: response.failureMessage ?? response.failureCode ?? '–' })}
        </p>
      ) : null}
      {isToAnswer ? <Answers paymentCase={paymentCase} dispute={dispute} /> : null}
    </li>
  );
};

/** What banks dispute or have sent back of a case's money: why, how much, until when, and what happens next. */
export const DisputeList = ({ paymentCase }: StepScreenProps) => (
  <ul className={classes.disputes}>
    {paymentCase.disputes.map((dispute) => (
      <DisputeItem key={dispute.id} paymentCase={paymentCase} dispute={dispute} />
    ))}
  </ul>
);
