import type { AttemptVia, ChargePlan } from '@zahlwerk/domain/workflow/payment-case';
import type { CaseRow } from './case-row.ts';

type AttemptRow = CaseRow['attempts'][number];

/** The way of an attempt, as it was frozen with it; one that is older than the other ways says nothing of its own. */
export const viaOf = ({ parameters }: Pick<AttemptRow, 'parameters'>): AttemptVia =>
  (parameters as { readonly via?: AttemptVia }).via ?? 'HOSTED_PAGE';

/** Which stored method it charges and when; null for whatever the customer pays by hand. */
export const chargeOf = ({
  paymentMethodId: methodId,
  tryNumber,
  chargeAt: at,
}: Pick<AttemptRow, 'paymentMethodId' | 'tryNumber' | 'chargeAt'>): ChargePlan | null =>
  methodId && tryNumber && at ? { methodId, tryNumber, at } : null;
