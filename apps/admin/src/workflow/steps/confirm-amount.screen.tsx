import { Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AcceptedDiscrepancyInput, AmountResolution, ChecklistAnswerInput } from '#gql/graphql';
import { execute } from '../../api/graphql-client.ts';
import { useUnsavedGuard } from '../../form/use-unsaved-guard.ts';
import { useFormat } from '../../format/use-format.ts';
import { CaptureDialog } from '../../payments/capture-dialog.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Facts } from '../../ui/facts.tsx';
import { actionState } from '../action-state.ts';
import { StepChecklist } from '../checklist.tsx';
import { CaseFormMessages, StepActions } from '../step-actions.tsx';
import type { StepScreenProps } from '../use-case.ts';
import { useCaseSubmission } from '../use-case-submission.ts';
import { useChecklist } from '../use-checklist.ts';
import { ApprovalPanel } from './approval-panel.tsx';
import { ConfirmAmount } from './confirm-amount.graphql.ts';
import { DiscrepancyList } from './discrepancy-list.tsx';
import { LedgerEffect } from './ledger-effect.tsx';
import { PaymentChoice } from './payment-choice.tsx';
import { ResolutionChoice } from './resolution-choice.tsx';

interface Confirmation {
  readonly paymentId: string | null;
  readonly resolution: AmountResolution;
  readonly reason: string | null;
  readonly accepted: AcceptedDiscrepancyInput[];
  readonly answers: ChecklistAnswerInput[];
}

/** Received against expected, and the resolutions that fit, each with its effect on the ledger before the click. */
export const ConfirmAmountScreen = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const [isAsking, setIsAsking] = useState(false);
  const [paymentId, setPaymentId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<AmountResolution | null>(null);
  const [reason, setReason] = useState('');
  const [accepted, setAccepted] = useState<Readonly<Record<string, string>>>({});
  const candidates = paymentCase.payments.filter(({ available }) => BigInt(available.minor) > 0n);
  const payment = candidates.find(({ id }) => id === paymentId) ?? candidates[0];
  const offers = payment ? payment.resolutions : paymentCase.restResolutions;
  // Proposed is what was agreed on or gives nothing up: all else is somebody's own decision.
  const proposed = offers.find(
    ({ resolution, writeOff }) => resolution === 'SKONTO' || writeOff.minor === '0',
  );
  const offer = offers.find(({ resolution }) => resolution === chosen) ?? proposed;
  const reserved = payment ? null : paymentCase.authorization;
  const capture = reserved?.offer ?? null;
  const approval = paymentCase.approvals.find(({ kind, state }) => kind !== 'REFUND' && state === 'OPEN');
  const writesOff = offer?.resolution === 'WRITE_OFF';
  const checklist = useChecklist(paymentCase, 'CONFIRM_AMOUNT', paymentCase.confirmation);
  const isDirty = reason !== '' || Object.values(accepted).some(Boolean) || checklist.isDirty;
  useUnsavedGuard(isDirty);
  const confirming = useCaseSubmission({
    paymentCase,
    isDirty,
    send: async (input: Confirmation, command) =>
      (await execute(ConfirmAmount, { input: { ...command, ...input } })).confirmAmount,
    done: t(capture ? 'captures.done' : 'confirmAmount.done'),
    onSuccess: () => {
      setReason('');
      setChosen(null);
      setIsAsking(false);
      setAccepted({});
      checklist.forget();
    },
  });
  const state = actionState(paymentCase, writesOff ? 'WRITE_OFF_REST' : 'CONFIRM_AMOUNT');
  const differences = paymentCase.discrepancies.filter(
    ({ step, resolved }) => step === 'CONFIRM_AMOUNT' && !resolved,
  );
  const mayDecide = ['CONFIRM_AMOUNT', 'WRITE_OFF_REST'] as const;
  const isOffered = mayDecide.some((action) => actionState(paymentCase, action)?.allowed);
  const submit = (): void => {
    const answers = checklist.complete();
    if (!answers) return;
    confirming.submit({
      paymentId: payment?.id ?? null,
      resolution: capture?.resolution ?? offer?.resolution ?? 'EXACT',
      reason: reason.trim() || null,
      accepted: Object.entries(accepted)
        .filter(([, why]) => why.trim())
        .map(([discrepancyId, why]) => ({ discrepancyId, reason: why })),
      answers,
    });
  };
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
          ...(reserved
            ? ([[t('captures.amount'), <Amount key="reserved" of={reserved.amount} />]] as const)
            : []),
          [t('case.amountOpen'), <Amount key="open" of={paymentCase.amountOpen} weight="strong" />],
        ]}
      />
      {payment ? <PaymentChoice payments={candidates} chosen={payment.id} onChoose={setPaymentId} /> : null}
      {offers.length > 0 && isOffered ? (
        <ResolutionChoice offers={offers} chosen={offer?.resolution ?? null} onChoose={setChosen} />
      ) : null}
      {offer && offer.lines.length > 0 && isOffered ? <LedgerEffect lines={offer.lines} /> : null}
      <DiscrepancyList
        discrepancies={differences}
        reasons={accepted}
        onReason={(id, why) => setAccepted({ ...accepted, [id]: why })}
      />
      {offer?.needsReason && state?.allowed ? (
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
        <StepChecklist
          paymentCase={paymentCase}
          step="CONFIRM_AMOUNT"
          label={t('confirmAmount.checks')}
          items={paymentCase.confirmation}
          checklist={isOffered ? checklist : null}
        />
      ) : null}
      {state ? (
        <StepActions>
          <ActionButton
            state={state}
            loading={confirming.isSending}
            onClick={() => {
              if (!capture) submit();
              else if (checklist.complete()) setIsAsking(true);
            }}
          >
            {capture
              ? t('captures.confirm', { amount: format.money(capture.amount) })
              : state.allowed && offer?.needsSecondPerson
                ? t('confirmAmount.askSecond')
                : t('confirmAmount.confirm')}
          </ActionButton>
        </StepActions>
      ) : null}
      {isAsking && capture ? (
        <CaptureDialog
          offer={capture}
          submission={confirming}
          onConfirm={submit}
          onCancel={() => setIsAsking(false)}
        />
      ) : null}
    </Stack>
  );
};
