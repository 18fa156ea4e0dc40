import { Button } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useFormat } from '../format/use-format.ts';
import { Note } from '../ui/note.tsx';
import { actionState } from '../workflow/action-state.ts';
import type { StepScreenProps } from '../workflow/use-case.ts';
import { useCaseSubmission } from '../workflow/use-case-submission.ts';
import { StopPlannedCharge } from './charges.graphql.ts';

/** That a stored method will be charged again by itself, when, and how to stop that. */
export const PlannedChargeNote = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const stopping = useCaseSubmission({
    paymentCase,
    send: async (_nothing: null, command) =>
      (await execute(StopPlannedCharge, { input: command })).stopPlannedCharge,
    done: t('charges.stopped'),
  });
  const planned = paymentCase.plannedCharge;
  const isDebit = planned?.methodType === 'SEPA_DEBIT';
  // The first charge of a card is made at once.
  if (!planned || (planned.tryNumber === 1 && !isDebit)) return null;
  const at = format.instant(planned.at);
  const amount = format.money(planned.amount);
  return (
    <Note
      tone="busy"
      icon={IconRepeat}
      title={t(isDebit ? 'charges.debitTitle' : 'charges.plannedTitle', { at })}
    >
      <p>
        {isDebit
          ? t('charges.debitPlanned', { amount })
          : t('charges.planned', { amount, tryNumber: planned.tryNumber })}
      </p>
      <SubmissionError submission={stopping} />
      {actionState(paymentCase, 'STOP_PLANNED_CHARGE')?.allowed ? (
        <Button
          variant="default"
          size="xs"
          loading={stopping.isSending}
          onClick={() => stopping.submit(null)}
        >
          {t(isDebit ? 'charges.stopDebit' : 'charges.stop')}
        </Button>
      ) : null}
    </Note>
  );
};
