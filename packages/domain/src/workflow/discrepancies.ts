import type { Discrepancy, PaymentCase } from './payment-case.ts';
import type { Refusal } from './refusal.ts';
import type { Step } from './step.ts';

/** A discrepancy that a person takes as it is, with the reason. */
export interface Acceptance {
  readonly discrepancyId: string;
  readonly reason: string;
}

export const acceptedIn = (accepted: readonly Acceptance[], { id }: Discrepancy): Acceptance | undefined =>
  accepted.find(({ discrepancyId }) => discrepancyId === id);

/** Only what this step has raised and nobody has settled can be accepted, never without a reason. */
export const refuseAcceptance = (
  state: PaymentCase,
  step: Step,
  accepted: readonly Acceptance[],
): Refusal | null => {
  if (accepted.some(({ reason }) => !reason.trim())) return { code: 'REASON_REQUIRED', step };
  const isOpenOne = ({ discrepancyId }: Acceptance) =>
    state.discrepancies.some((one) => one.id === discrepancyId && one.step === step && one.state === 'OPEN');
  return accepted.every(isOpenOne) ? null : { code: 'DISCREPANCY_UNKNOWN', step };
};
