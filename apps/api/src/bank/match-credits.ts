import type { BankTransaction } from '@zahlwerk/db/generated/client';
import { withTenant } from '@zahlwerk/db/tenant';
import { indexClaims } from '@zahlwerk/domain/matching/claim-index';
import { matchMovement } from '@zahlwerk/domain/matching/match-movement';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { Workshop } from '../workflow/workshop.ts';
import { giveToCase } from './give-to-case.ts';
import { loadOpenClaims } from './load-open-claims.ts';
import { toMovement } from './to-movement.ts';

interface Waiting {
  readonly row: BankTransaction;
  readonly rest: bigint;
}

/** The credits of an import of which nothing has been given away yet, in the order of the bank. */
const loadWaiting = (
  workshop: Workshop,
  organizationId: string,
  importId: string,
): Promise<readonly Waiting[]> =>
  withTenant(workshop.database, organizationId, async (tx) => {
    const rows = await tx.bankTransaction.findMany({
      where: {
        ...{ organizationId, direction: 'CREDIT', statement: { importId } },
        ...{ payments: { none: {} }, receipts: { none: {} }, payout: null },
      },
      orderBy: [{ bookedOn: 'asc' }, { id: 'asc' }],
    });
    return rows.map((row) => ({ row, rest: row.amountMinor }));
  });

/** How often somebody who looks on sees that it goes on. */
const PROGRESS_STEP = 50;

/**
 * Gives what is certain to its cases, one transaction for each part, and tells how many credits are left to be looked at.
 * A run that was broken off is taken up where it stood: what has been given away waits no more.
 */
export const matchCredits = async (
  workshop: Workshop,
  organizationId: string,
  importId: string,
  tellLeft: (left: number) => Promise<void>,
): Promise<void> => {
  const waiting = await loadWaiting(workshop, organizationId, importId);
  const claims = await withTenant(
    workshop.database,
    organizationId,
    (tx) => loadOpenClaims(tx, organizationId),
    {
      timeout: 60_000,
    },
  );
  const index = indexClaims(claims);
  // Two credits of one file may name the same claim: the second is a question, not a match.
  const taken = new Set<string>();
  for (const [at, { row, rest }] of waiting.entries()) {
    const match = matchMovement(index, toMovement(row, rest));
    const parts = match.kind === 'CERTAIN' ? match.parts : [];
    if (parts.every(({ caseId }) => !taken.has(caseId)))
      for (const part of parts) {
        taken.add(part.caseId);
        await giveToCase(workshop, row, part, {
          actor: SYSTEM,
          idempotency: null,
          cause: `bank-import:${importId}`,
        });
      }
    if (at % PROGRESS_STEP === PROGRESS_STEP - 1) await tellLeft(waiting.length - at - 1);
  }
};
