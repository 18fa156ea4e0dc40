import type { Change } from '../workflow/decision.ts';
import type { Attempt, PaymentCase } from '../workflow/payment-case.ts';

/** An attempt that the customer could still go on with and that the provider would let us cancel. */
export const isCancelable = ({ state }: Attempt): boolean =>
  state === 'CREATED' || state === 'REQUIRES_ACTION' || state === 'DECLINED';

/** Ends what the customer could still pay, here at once and at the provider by a job. */
export const cancelAttempts = ({ attempts }: Pick<PaymentCase, 'attempts'>): readonly Change[] =>
  attempts.filter(isCancelable).flatMap(({ id }): Change[] => [
    { type: 'update-attempt', id, patch: { state: 'CANCELED', checkAt: null } },
    { type: 'request-job', job: 'cancel-attempt', attemptId: id },
  ]);
