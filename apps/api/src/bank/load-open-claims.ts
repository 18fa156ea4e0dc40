import { dateToDay } from '@zahlwerk/db/calendar-day';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { customerName } from '@zahlwerk/domain/customers/customer-data';
import type { OpenClaim } from '@zahlwerk/domain/matching/open-claim';
import { money } from '@zahlwerk/domain/money/money';
import { awaitedClaims } from '../workflow/awaited-money.ts';
import { customerDataOf } from '../workflow/load/customer-data.ts';
import { currencyOf } from '../workflow/load/to-payment-case.ts';

const given = (texts: readonly (string | null)[]): readonly string[] =>
  texts.filter((text): text is string => text !== null && text !== '');

/** Every running case as matching looks at it, with what is still awaited for it. */
export const loadOpenClaims = async (
  tx: TenantTransaction,
  organizationId: string,
): Promise<readonly OpenClaim[]> => {
  const awaited = await tx.$queryRaw<{ id: string; awaited: bigint }[]>`
    SELECT id, awaited FROM (${awaitedClaims(organizationId)}) claim`;
  const openOf = new Map(awaited.map((claim) => [claim.id, claim.awaited]));
  const rows = await tx.paymentCase.findMany({
    where: { organizationId, state: 'OPEN' },
    select: {
      ...{ id: true, number: true, currency: true, dueOn: true, reference: true, externalRef: true },
      ...{ externalInvoiceNumber: true, customer: true },
      invoices: { select: { number: true, kind: true } },
    },
  });
  return rows.map(({ customer, ...row }) => {
    const data = customerDataOf(customer);
    const numbers = row.invoices.filter(({ kind }) => kind === 'INVOICE' || kind === 'STATEMENT');
    return {
      caseId: row.id,
      caseNumber: row.number,
      invoiceNumbers: given([row.externalInvoiceNumber, ...numbers.map(({ number }) => number)]),
      orderReferences: given([row.reference, row.externalRef]),
      names: given([customerName(data), data.company, data.contact]),
      ibans: given([data.iban]),
      open: money(openOf.get(row.id) ?? 0n, currencyOf(row.currency)),
      dueOn: dateToDay(row.dueOn),
      discount: null,
    };
  });
};
