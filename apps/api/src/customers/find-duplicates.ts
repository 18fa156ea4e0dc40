import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { DuplicateCandidate } from '@zahlwerk/domain/customers/checks/duplicates';
import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { customerDataOf } from '../workflow/load/customer-data.ts';

type Facts = Pick<CustomerData, 'email' | 'vatId' | 'iban' | 'phone' | 'postalCode'> & {
  readonly country: string | null;
};

/** Other records that share a mail address, VAT id, IBAN, phone or place with a customer: those among which the same one may be. */
export const findDuplicates = async (
  tx: TenantTransaction,
  organizationId: string,
  { id, ...facts }: Facts & { readonly id: string },
): Promise<readonly DuplicateCandidate[]> => {
  const shared = [
    ...(facts.email ? [{ email: { equals: facts.email, mode: 'insensitive' as const } }] : []),
    ...(facts.vatId ? [{ vatId: facts.vatId }] : []),
    ...(facts.iban ? [{ iban: facts.iban }] : []),
    ...(facts.phone ? [{ phone: facts.phone }] : []),
    ...(facts.postalCode ? [{ postalCode: facts.postalCode, country: facts.country }] : []),
  ];
  if (shared.length === 0) return [];
  const others = await tx.customer.findMany({
    where: { organizationId, id: { not: id }, mergedIntoId: null, OR: shared },
    orderBy: { createdAt: 'asc' },
    take: 50,
  });
  return others.map((other) => ({
    customerId: other.id,
    number: other.number,
    data: customerDataOf(other),
  }));
};
