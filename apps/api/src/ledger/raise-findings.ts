import type { EventToAppend } from '@zahlwerk/db/events';
import type { BusinessTime } from '@zahlwerk/db/now';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { type Finding, notYetRaised, toDetail } from '@zahlwerk/domain/ledger/books-check';
import type { Ports } from '../ports.ts';
import { raiseException } from '../tasks/raise-exception.ts';
import { BOOKS_BROKEN } from './finding-text.ts';

/** A task for each finding about which none is open. The organization's row must be locked: two checks raise one. */
export const raiseFindings = async (
  tx: TenantTransaction,
  { newId }: Pick<Ports, 'newId'>,
  { organizationId, checkId }: { readonly organizationId: string; readonly checkId: string },
  findings: readonly Finding[],
  time: BusinessTime,
): Promise<readonly EventToAppend[]> => {
  const open = await tx.task.findMany({
    where: { organizationId, reason: BOOKS_BROKEN, state: { not: 'DONE' } },
    select: { detail: true },
  });
  const fresh = notYetRaised(
    findings,
    open.map(({ detail }) => detail ?? ''),
  );
  const raised: EventToAppend[] = [];
  for (const finding of fresh) {
    const about = {
      organizationId,
      reason: BOOKS_BROKEN,
      subject: 'BOOKS_CHECK',
      subjectId: checkId,
      detail: toDetail(finding),
    } as const;
    raised.push(await raiseException(tx, newId(), about, time));
  }
  return raised;
};
