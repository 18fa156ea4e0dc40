import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { type Submission, useSubmission } from '../form/use-submission.ts';
import type { CaseView } from './use-case.ts';

/** What every command on a case carries beside its own input. */
export interface CaseCommand {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

type Result = { readonly __typename: string };

interface CaseSubmissionOptions<TInput> {
  readonly paymentCase: Pick<CaseView, 'id' | 'version'>;
  readonly send: (input: TInput, command: CaseCommand) => Promise<Result>;
  /** Said when it has worked. */
  readonly done: string;
  /** A form that holds input belongs to the version it was opened on, so that nobody writes over somebody else. */
  readonly isDirty?: boolean;
  readonly onSuccess?: () => void;
}

export interface CaseSubmission<TInput> extends Submission<TInput> {
  /** The case has moved on since this form was opened. */
  readonly isOutdated: boolean;
  readonly takeNewest: () => void;
}

/** Sends one command on a case and shows what it has changed. */
export const useCaseSubmission = <TInput>(options: CaseSubmissionOptions<TInput>): CaseSubmission<TInput> => {
  const { paymentCase, isDirty = false } = options;
  const [openedOn, setOpenedOn] = useState(paymentCase.version);
  if (!isDirty && openedOn !== paymentCase.version) setOpenedOn(paymentCase.version);
  const submission = useSubmission<TInput, Result>({
    send: async (input, idempotencyKey) =>
      unwrap(
        await options.send(input, { caseId: paymentCase.id, expectedVersion: openedOn, idempotencyKey }),
      ),
    stale: [queryKeys.case(paymentCase.id)],
    onSuccess: () => {
      notifications.show({ message: options.done, color: 'teal', withBorder: true });
      options.onSuccess?.();
    },
  });
  return {
    ...submission,
    isOutdated: isDirty && openedOn !== paymentCase.version,
    takeNewest: () => {
      setOpenedOn(paymentCase.version);
      submission.reset();
    },
  };
};
