import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { Currency } from '@zahlwerk/domain/money/currency';
import { currencyOf } from '../workflow/load/columns.ts';

/** The currency in which a business counts, and in which an amount without one is meant. */
export const homeCurrency = async (tx: TenantTransaction, organizationId: string): Promise<Currency> => {
  const { currency } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { currency: true },
  });
  return currencyOf(currency);
};
