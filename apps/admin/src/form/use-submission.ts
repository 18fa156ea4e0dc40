import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newIdempotencyKey } from '../api/idempotency-key.ts';
import { fieldErrors } from '../api/refusal.ts';

interface SubmissionOptions<TInput, TSuccess> {
  /** Sends the input; throws `Refused` when the server says no. */
  readonly send: (input: TInput, idempotencyKey: string) => Promise<TSuccess>;
  /** What is stale after a success. */
  readonly stale?: readonly QueryKey[];
  readonly onSuccess?: (success: TSuccess) => void;
}

export interface Submission<TInput> {
  readonly submit: (input: TInput) => void;
  readonly isSending: boolean;
  readonly error: unknown;
  readonly fieldErrors: Readonly<Record<string, string>>;
  readonly reset: () => void;
}

/**
 * Sends a form. The same input keeps its idempotency key until it has succeeded, so a second click or a repeat after
 * a broken line does nothing twice; a changed input is a new intent with a new key.
 */
export const useSubmission = <TInput, TSuccess>(
  options: SubmissionOptions<TInput, TSuccess>,
): Submission<TInput> => {
  const queryClient = useQueryClient();
  const intent = useRef<{ content: string; key: string } | null>(null);
  const keyFor = (input: TInput): string => {
    const content = JSON.stringify(input);
    if (intent.current?.content !== content) intent.current = { content, key: newIdempotencyKey() };
    return intent.current.key;
  };
  const mutation = useMutation({
    mutationFn: (input: TInput) => options.send(input, keyFor(input)),
    onSuccess: async (success) => {
      intent.current = null;
      await Promise.all((options.stale ?? []).map((queryKey) => queryClient.invalidateQueries({ queryKey })));
      options.onSuccess?.(success);
    },
  });
  return {
    submit: (input) => {
      if (!mutation.isPending) mutation.mutate(input);
    },
    isSending: mutation.isPending,
    error: mutation.error,
    fieldErrors: fieldErrors(mutation.error),
    reset: mutation.reset,
  };
};
