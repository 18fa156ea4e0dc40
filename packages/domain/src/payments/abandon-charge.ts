import { decided, type Env, type Outcome } from '../workflow/decision.ts';
import { exceptionTask } from '../workflow/exception-task.ts';
import { isInFlight } from '../workflow/money-track.ts';
import type { PaymentCase } from '../workflow/payment-case.ts';

export interface AbandonCharge {
  readonly attemptId: string;
  readonly failure: { readonly code: string; readonly message: string };
}

/**
 * The provider will never carry out a charge, because of how it was asked for and not because of the customer's bank: the
 * attempt is over, the customer hears nothing, and a person looks at it.
 */
export const abandonCharge = (
  state: PaymentCase,
  { attemptId, failure }: AbandonCharge,
  env: Env,
): Outcome => {
  const attempt = state.attempts.find(({ id }) => id === attemptId);
  if (!attempt?.charge || attempt.providerRef || !isInFlight(attempt)) return decided([], []);
  return decided(
    [
      {
        type: 'update-attempt',
        id: attemptId,
        patch: { state: 'CANCELED', failure: { ...failure, ref: null }, checkAt: null },
      },
      exceptionTask('CHARGE_NOT_MADE', env, { detail: failure.code }),
    ],
    [{ type: 'attempt.changed', data: { attemptId, from: attempt.state, to: 'CANCELED' } }],
  );
};
