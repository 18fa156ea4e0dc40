import type { Attempt, ChargePlan, PaymentCase } from '../workflow/payment-case.ts';

/** A charge of a stored method that the provider has not been asked for yet: it can still be stopped. */
export type PlannedCharge = Attempt & { readonly charge: ChargePlan };

export const isPlannedCharge = (attempt: Attempt): attempt is PlannedCharge =>
  attempt.charge !== null && attempt.state === 'CREATED';

export const plannedCharge = (state: PaymentCase): PlannedCharge | undefined =>
  state.attempts.find(isPlannedCharge);
