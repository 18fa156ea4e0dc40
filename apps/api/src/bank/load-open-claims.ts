import { dateToDay } from '@zahlwerk/db/calendar-day';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { customerName } from '@zahlwerk/domain/customers/customer-data';
import { skontoOffer } from '@zahlwerk/domain/invoices/skonto-terms';
import type { OpenClaim } from '@zahlwerk/domain/matching/open-claim';
import { type Money, money } from '@zahlwerk/domain/money/money';
import { localMoment } from '../notifications/local-moment.ts';
import { awaitedClaims } from '../workflow/awaited-money.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { customerDataOf } from '../workflow/load/customer-data.ts';
import { toSkonto } from '../workflow/load/load-organization.ts';

const given = (texts: readonly (string | null)[]): readonly string[] =>
  texts.filter((text): text is string => text !== null && text !== '');

interface Terms {
  readonly amountDueMinor: bigint;
  readonly skontoBasisPoints: number | null;
  readonly skontoDays: number | null;
  readonly createdAt: Date;
  readonly invoices: readonly {
    readonly kind: string;
    readonly state: string;
    readonly issuedOn: Date | null;
  }[];
}

/** What settles a claim early, as the rule of step 6 counts it: from the invoice's day, until there is one from the first. */
const discountOf = (row: Terms, open: Money, timeZone: string): OpenClaim['discount'] => {
  const invoice = row.invoices.find(
    ({ kind, state }) => (kind === 'INVOICE' || kind === 'STATEMENT') && state === 'ISSUED',
  );
  const offer = skontoOffer(toSkonto(row), {
    from: invoice?.issuedOn ? dateToDay(invoice.issuedOn) : localMoment(row.createdAt, timeZone).slice(0, 10),
    due: money(row.amountDueMinor, open.currency),
    open,
  });
  return offer && { amount: offer.reduced, until: offer.lastDay };
};

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
      ...{ amountDueMinor: true, skontoBasisPoints: true, skontoDays: true, createdAt: true },
      invoices: { select: { number: true, kind: true, state: true, issuedOn: true } },
    },
  });
  const { timeZone } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { timeZone: true },
  });
  return rows.map(({ customer, ...row }) => {
    const data = customerDataOf(customer);
    const open = money(openOf.get(row.id) ?? 0n, currencyOf(row.currency));
    const numbers = row.invoices.filter(({ kind }) => kind === 'INVOICE' || kind === 'STATEMENT');
    return {
      caseId: row.id,
      caseNumber: row.number,
      invoiceNumbers: given([row.externalInvoiceNumber, ...numbers.map(({ number }) => number)]),
      orderReferences: given([row.reference, row.externalRef]),
      names: given([customerName(data), data.company, data.contact]),
      ibans: given([data.iban]),
      open,
      dueOn: dateToDay(row.dueOn),
      discount: discountOf(row, open, timeZone),
    };
  });
};
