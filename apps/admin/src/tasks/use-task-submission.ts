import { notifications } from '@mantine/notifications';
import { queryKeys } from '../api/query-keys.ts';
import { type SuccessOf, unwrap } from '../api/refusal.ts';
import { type Submission, useSubmission } from '../form/use-submission.ts';

interface TaskSubmissionOptions<TInput, TResult extends { readonly __typename: string }> {
  readonly send: (input: TInput & { readonly idempotencyKey: string }) => Promise<TResult>;
  /** What is said when it has worked. */
  readonly done: string;
  readonly onSuccess: () => void;
}

/** Sends a command on a task; afterwards the lists of tasks are read again. */
export const useTaskSubmission = <TInput extends object, TResult extends { readonly __typename: string }>({
  send,
  done,
  onSuccess,
}: TaskSubmissionOptions<TInput, TResult>): Submission<TInput> =>
  useSubmission<TInput, SuccessOf<TResult>>({
    send: async (input, idempotencyKey) => unwrap(await send({ ...input, idempotencyKey })),
    stale: [[queryKeys.tasks()[0]]],
    onSuccess: () => {
      notifications.show({ message: done, color: 'teal', withBorder: true });
      onSuccess();
    },
  });
