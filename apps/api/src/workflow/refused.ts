import type { Refusal } from '@zahlwerk/domain/workflow/refusal';
import {
  CaseRefused,
  type ExpectedError,
  NotFound,
  StepRefused,
  ValidationFailed,
} from '../graphql/errors.ts';

/** A rule's refusal as the error that rolls the transaction back and that the caller gets typed. */
export const refusalError = (refusal: Refusal): ExpectedError => {
  if (refusal.fields)
    return new ValidationFailed(
      refusal.fields.map(({ field, code }) => ({ path: ['input', ...field.split('.')], code })),
    );
  return refusal.step ? new StepRefused(refusal, refusal.step) : new CaseRefused(refusal);
};

/** Another organization's case answers like one that does not exist. */
export const caseNotFound = (): NotFound => new NotFound('PaymentCase', ['input', 'caseId']);
