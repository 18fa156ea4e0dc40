import { unblockedBy } from '../workflow/four-eyes.ts';
import type { CaseOrganization } from '../workflow/payment-case.ts';
import type { Refusal } from '../workflow/refusal.ts';

/** In person money can be taken only where a reader stands on the counter; says who can put one there. */
export const refuseWithoutReader = ({
  hasReader,
  members,
}: Pick<CaseOrganization, 'hasReader' | 'members'>): Refusal | null =>
  hasReader ? null : { code: 'NO_READER', ...unblockedBy(members.filter(({ role }) => role === 'OWNER')) };
