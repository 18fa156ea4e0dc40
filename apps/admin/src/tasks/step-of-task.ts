import { STEP_SLUGS } from '../workflow/step-slugs.ts';

/** The step at which a task is done, where that is not the one that its case is at. */
export const stepOfTask = ({ reason }: { readonly reason: string | null }): { step?: string } =>
  reason === 'METHOD_REVIEW' ? { step: STEP_SLUGS.UPDATE_PAYMENT_METHOD } : {};
