import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AmountResolution } from '#gql/graphql';
import { execute } from '../../api/graphql-client.ts';
import { useEvidence } from '../../format/use-evidence.ts';
import { useFormat } from '../../format/use-format.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Facts } from '../../ui/facts.tsx';
import { actionState } from '../action-state.ts';
import { ChecklistView } from '../checklist.tsx';
import { CaseFormMessages, StepActions } from '../step-actions.tsx';
import type { StepScreenProps } from '../use-case.ts';
import { useCaseSubmission } from '../use-case-submission.ts';
import { ApprovalPanel } from './approval-panel.tsx';
import { ConfirmAmount } from './confirm-amount.graphql.ts';
import { ResolutionEffect } from './resolution-effect.tsx';

interface Confirmation {
  readonly paymentId: string | null;
  readonly resolution: AmountResolution;
  readonly reason: string | null;
}

/** Received against expected, and the resolutions that fit, each with its effect on the ledger before the click. */
export const ConfirmAmountScreen = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const evidenceText = useEvidence();
  const candidates = paymentCase.payments.filter(({ available }) => BigInt(available.minor) > 0n);
  const [chosen, setChosen] = useState<AmountResolution | null>(null);
  const [paymentId, setPaymentId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const payment = candidates.find(({ id }) => id === paymentId) ?? candidates[0];
  const offers = payment ? payment.resolutions : paymentCase.restResolutions;
  const approval = paymentCase.approvals.find(({ state }) => state === 'OPEN');
  const offer = offers.find(({ resolution }) => resolution === chosen) ?? offers[0];
  const confirming = useCaseSubmission({
    paymentCase,
    isDirty: reason !== '',
    send: async (input: Confirmation, command) =>
      (await execute(ConfirmAmount, { input: { ...command, ...input } })).confirmAmount,
    done: t('confirmAmount.done'),
    onSuccess: () => setReason(''),
  });
  const confirm = actionState(paymentCase, 'CONFIRM_AMOUNT');
  const needsReason = offer?.resolution === 'WRITE_OFF';
  return (
    <Stack gap="md">
      <CaseFormMessages
        submission={confirming}
        fields={{ reason: { label: t('case.reason'), inputId: 'confirm-reason' } }}
      />
      {approval ? <ApprovalPanel paymentCase={paymentCase} approval={approval} /> : null}
      <Facts
        facts={[
          [t('case.amountDue'), <Amount key="due" of={paymentCase.amountDue} />],
          [t('case.amountReceived'), <Amount key="received" of={paymentCase.amountReceived} />],
          [t('case.amountOpen'), <Amount key="open" of={paymentCase.amountOpen} weight="strong" />],
        ]}
      />
      {candidates.length > 0 ? (
        <Radio.Group label={t('confirmAmount.payment')} value={payment?.id ?? null} onChange={setPaymentId}>
          <Stack gap="xs" mt="xs">
            {candidates.map((candidate) => (
              <Radio
                key={candidate.id}
                value={candidate.id}
                label={
                  <>
                    <Amount of={candidate.available} weight="strong" /> ·{' '}
                    {t(`paymentSource.${candidate.source}`)} · {format.day(candidate.valueOn)}
                  </>
                }
                description={[candidate.payer, candidate.reference, evidenceText(candidate.evidence)]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
      {offers.length > 0 && confirm?.allowed ? (
        <Radio.Group
          label={t('confirmAmount.resolution')}
          value={offer?.resolution ?? null}
          onChange={(next) =>
            setChosen(offers.find(({ resolution }) => resolution === next)?.resolution ?? null)
          }
        >
          <Stack gap="xs" mt="xs">
            {offers.map((one) => (
              <Radio
                key={one.resolution}
                value={one.resolution}
                label={t(`resolution.${one.resolution}`)}
                description={<ResolutionEffect offer={one} />}
              />
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
      {needsReason && confirm?.allowed ? (
        <Textarea
          id="confirm-reason"
          label={t('case.reason')}
          autosize
          minRows={2}
          value={reason}
          error={confirming.fieldErrors.reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      ) : null}
      {paymentCase.confirmation.length > 0 ? (
        <ChecklistView label={t('confirmAmount.checks')} items={paymentCase.confirmation} />
      ) : null}
      {confirm ? (
        <StepActions>
          <ActionButton
            state={confirm}
            loading={confirming.isSending}
            onClick={() =>
              confirming.submit({
                paymentId: payment?.id ?? null,
                resolution: offer?.resolution ?? 'EXACT',
                reason: reason.trim() || null,
              })
            }
          >
            {offer?.needsSecondPerson ? t('confirmAmount.askSecond') : t('confirmAmount.confirm')}
          </ActionButton>
        </StepActions>
      ) : null}
    </Stack>
  );
};
