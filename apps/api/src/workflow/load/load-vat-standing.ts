import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { VatStanding } from '@zahlwerk/domain/workflow/vat-standing';
import type { CaseRow } from './case-row.ts';

const DEPENDING = ['EU_SUPPLY', 'EU_SERVICE_RC'];

/** What the register has said of the ids of customers towards whom a case is without VAT; for all other cases nothing is read. */
export const loadVatStandings = async (
  tx: TenantTransaction,
  organizationId: string,
  rows: readonly CaseRow[],
): Promise<ReadonlyMap<string, VatStanding>> => {
  const found = new Map<string, VatStanding>();
  for (const { id, customer, lines } of rows) {
    const { id: customerId, vatId } = customer;
    if (!vatId || !lines.some(({ taxCase }) => DEPENDING.includes(taxCase))) continue;
    const where = { organizationId, customerId, vatId };
    const last = await tx.vatCheck.findFirst({
      where: { ...where, outcome: { not: null } },
      orderBy: [{ answeredAt: 'desc' }, { id: 'desc' }],
    });
    const asked = await tx.vatCheck.count({ where: { ...where, outcome: null, tries: 0 } });
    found.set(id, {
      last:
        last?.outcome && last.answeredAt
          ? {
              ...{ outcome: last.outcome, nameMatch: last.nameMatch, register: last.register },
              ...{ requestNumber: last.requestNumber, reason: last.reason, at: last.answeredAt },
            }
          : null,
      isAsked: asked > 0,
    });
  }
  return found;
};
