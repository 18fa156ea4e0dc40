import type { Acceptance } from '@zahlwerk/domain/workflow/discrepancies';
import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { reasonText } from './free-text.ts';

export const AcceptedDiscrepancyInput = builder.inputType('AcceptedDiscrepancyInput', {
  description: 'A discrepancy that is taken as it is.',
  fields: (t) => ({
    discrepancyId: t.id({ description: 'Which one.' }),
    reason: t.string({ description: 'Why it may stay.' }),
  }),
});

/** What is accepted, as the rules take it. */
export const acceptances = (
  accepted: readonly (typeof AcceptedDiscrepancyInput.$inferInput)[],
): readonly Acceptance[] =>
  accepted.map(({ discrepancyId, reason }, index) => {
    const path = ['input', 'accepted', String(index)];
    return {
      discrepancyId: decodeId('Discrepancy', discrepancyId, [...path, 'discrepancyId']),
      reason: reasonText(reason, [...path, 'reason']) ?? '',
    };
  });
