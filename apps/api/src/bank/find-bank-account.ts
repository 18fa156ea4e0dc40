import type { TenantTransaction } from '@zahlwerk/db/tenant';
import { isIban, normalizeIban } from '@zahlwerk/domain/customers/checks/iban';

/** The business's own account in electronic form; null where none has been entered. */
export const findBankAccount = async (
  tx: TenantTransaction,
  organizationId: string,
): Promise<string | null> => {
  const { iban } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { iban: true },
  });
  const own = normalizeIban(iban ?? '');
  return isIban(own) ? own : null;
};
