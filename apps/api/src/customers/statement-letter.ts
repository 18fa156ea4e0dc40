import { businessTime } from '@zahlwerk/db/now';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { StatementLetter } from '@zahlwerk/documents/account-statement.pdf';
import { buyerOf } from '@zahlwerk/domain/invoices/document-frame';
import type { Period } from '../invoices/invoice-archive.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { customerDataOf } from '../workflow/load/customer-data.ts';
import { sellerOf } from '../workflow/load/load-organization.ts';
import { loadAccountStatement } from './load-account-statement.ts';

export interface CustomerLetter extends StatementLetter {
  readonly number: string | null;
}

/** A customer's account over some days as a letter to the customer, in the customer's language; null when there is none. */
export const statementLetter = async (
  tx: TenantTransaction,
  { organizationId, customerId }: { readonly organizationId: string; readonly customerId: string },
  period: Period,
): Promise<CustomerLetter | null> => {
  const customer = await tx.customer.findFirst({ where: { organizationId, id: customerId } });
  if (!customer) return null;
  const organization = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const { today } = await businessTime(tx, organizationId);
  const currency = currencyOf(organization.currency);
  return {
    number: customer.number,
    locale: customer.language,
    issuedOn: today,
    seller: sellerOf(organization),
    buyer: buyerOf(customerDataOf(customer), customer.number),
    ...(await loadAccountStatement(tx, { organizationId, customerId, currency }, period)),
  };
};

/** What the file of such a letter is called. */
export const statementName = (number: string | null, { until }: Period): string =>
  `account-${number ?? 'customer'}-${until}.pdf`;
