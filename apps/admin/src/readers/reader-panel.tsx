import { Button } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconCreditCard, IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { SubmissionError } from '../form/submission-error.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { declineWord } from '../format/decline.ts';
import { useFormat } from '../format/use-format.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Note } from '../ui/note.tsx';
import { Section } from '../ui/section.tsx';
import { actionState } from '../workflow/action-state.ts';
import type { StepScreenProps } from '../workflow/use-case.ts';
import { atReader } from './at-reader.ts';
import { lastReader, rememberReader } from './last-reader.ts';
import { ReaderChoice } from './reader-choice.tsx';
import { CancelReaderPayment, StartReaderPayment } from './reader-payment.graphql.ts';
import classes from './readers.module.css';
import { useReaders } from './use-readers.ts';

/** What happens at the reader right now, in words that a screen reader hears as they change. */
const Feedback = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const format = useFormat();
  const { attempt, situation } = atReader(paymentCase.attempts.edges.map(({ node }) => node));
  const label = attempt?.reader?.label ?? '';
  const amount = attempt ? format.money(attempt.amount) : '';
  return (
    <div role="status" aria-live="polite">
      {situation === 'WAITING' ? (
        <Note tone="busy" icon={IconHourglass} title={t('readers.waiting', { label })}>
          {t('readers.waitingText', { amount })}
        </Note>
      ) : null}
      {situation === 'READ' ? (
        <Note tone="busy" icon={IconCreditCard} title={t('readers.read')}>
          {t('readers.readText')}
        </Note>
      ) : null}
      {situation === 'PAID' ? (
        <Note tone="ok" icon={IconCircleCheck} title={t('readers.paid', { amount })}>
          {t('readers.paidText', { label })}
        </Note>
      ) : null}
      {situation === 'FAILED' ? (
        <Note
          tone="bad"
          icon={IconAlertCircle}
          title={t(`decline.${declineWord(attempt?.failureCode ?? '')}`)}
        >
          {t('readers.failedText', { amount })}
        </Note>
      ) : null}
    </div>
  );
};

const Start = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const { data: readers = [] } = useReaders();
  const [chosen, setChosen] = useState(lastReader);
  const { situation } = atReader(paymentCase.attempts.edges.map(({ node }) => node));
  const isKnown = readers.some(({ reader }) => reader.id === chosen);
  const readerId = isKnown ? chosen : (readers[0]?.reader.id ?? null);
  const starting = useSubmission({
    send: async (input: { caseId: string; readerId: string }, idempotencyKey) =>
      unwrap((await execute(StartReaderPayment, { input: { ...input, idempotencyKey } })).startReaderPayment),
    stale: [queryKeys.case(paymentCase.id)],
  });
  const state = actionState(paymentCase, 'START_READER_PAYMENT');
  if (!state || situation === 'WAITING') return null;
  const start = (): void => {
    if (!readerId) return;
    rememberReader(readerId);
    starting.submit({ caseId: paymentCase.id, readerId });
  };
  return (
    <>
      <SubmissionError submission={starting} />
      {readers.length > 1 ? <ReaderChoice readers={readers} value={readerId} onChange={setChosen} /> : null}
      <ActionButton state={state} loading={starting.isSending} onClick={start}>
        {t(situation === 'FAILED' ? 'readers.again' : 'readers.collect')}
      </ActionButton>
    </>
  );
};

const Cancel = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const canceling = useSubmission({
    send: async (caseId: string, idempotencyKey) =>
      unwrap((await execute(CancelReaderPayment, { input: { caseId, idempotencyKey } })).cancelReaderPayment),
    stale: [queryKeys.case(paymentCase.id)],
  });
  if (!actionState(paymentCase, 'CANCEL_READER_PAYMENT')?.allowed) return null;
  return (
    <>
      <SubmissionError submission={canceling} />
      <Button
        variant="default"
        loading={canceling.isSending}
        onClick={() => canceling.submit(paymentCase.id)}
      >
        {t('readers.cancel')}
      </Button>
    </>
  );
};

/** Collecting a case on the counter: at which reader, what it is doing, and what can be done about it. */
export const ReaderPanel = ({ paymentCase }: StepScreenProps) => {
  const { t } = useTranslation();
  const isOpen = paymentCase.state === 'OPEN' && BigInt(paymentCase.amountOpen.minor) > 0n;
  return (
    <Section title={t('readers.atReader')}>
      <div className={classes.counter}>
        <Feedback paymentCase={paymentCase} />
        {isOpen ? (
          <div className={classes.actions}>
            <Start paymentCase={paymentCase} />
            <Cancel paymentCase={paymentCase} />
          </div>
        ) : null}
      </div>
    </Section>
  );
};
