import type { BankTransaction, OtherReceipt } from '@zahlwerk/db/generated/client';
import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { BankDesk, CreditAtHand } from '@zahlwerk/domain/bank/other-receipt';
import type { WorkflowDefinition } from '@zahlwerk/domain/workflow/definition';
import { NotFound, ValidationFailed } from '../graphql/errors.ts';
import { readJson } from '../workflow/load/columns.ts';
import { loadOrganization } from '../workflow/load/load-organization.ts';

/** Who works in the business, and what the version in force lets one person give away alone. */
export const loadBankDesk = async (tx: TenantTransaction, organizationId: string): Promise<BankDesk> => {
  const version = await tx.workflowVersion.findFirstOrThrow({
    where: { organizationId, state: 'ACTIVE' },
    select: { definition: true },
  });
  const { limits } = readJson<WorkflowDefinition>(version.definition);
  return {
    organization: await loadOrganization(tx, organizationId),
    limitMinor: BigInt(limits.adjustmentWithoutSecond),
  };
};

/** Locks a credit, so that two who give it away do so one after the other. Throws for what is not there, and for a debit. */
export const lockCredit = async (
  tx: TenantTransaction,
  organizationId: string,
  id: string,
): Promise<BankTransaction> => {
  await tx.$executeRaw`SELECT 1 FROM bank_transaction
    WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`;
  const row = await tx.bankTransaction.findUnique({ where: { organizationId_id: { organizationId, id } } });
  if (!row) throw new NotFound('BankTransaction', ['input', 'transactionId']);
  if (row.direction === 'DEBIT')
    throw new ValidationFailed([{ path: ['input', 'transactionId'], code: 'NOT_A_CREDIT' }]);
  return row;
};

/** What of a credit nobody has: no case, no account, and not the provider's payout. */
export const restOfCredit = async (
  tx: TenantTransaction,
  { organizationId, id: bankTransactionId, amountMinor }: BankTransaction,
): Promise<bigint> => {
  const of = { organizationId, bankTransactionId };
  if ((await tx.payout.count({ where: of })) > 0) return 0n;
  const [payments, receipts] = [
    await tx.payment.aggregate({ where: { ...of, unassignedAt: null }, _sum: { amountMinor: true } }),
    await tx.otherReceipt.aggregate({ where: { ...of, state: 'BOOKED' }, _sum: { amountMinor: true } }),
  ];
  return amountMinor - (payments._sum.amountMinor ?? 0n) - (receipts._sum.amountMinor ?? 0n);
};

export const creditAtHand = async (tx: TenantTransaction, row: BankTransaction): Promise<CreditAtHand> => {
  const { organizationId, id: bankTransactionId } = row;
  const asked = await tx.otherReceipt.count({ where: { organizationId, bankTransactionId, state: 'ASKED' } });
  return { restMinor: await restOfCredit(tx, row), isAsked: asked > 0 };
};

/** The receipt that is decided about, under the lock of its credit. */
export const lockReceipt = async (
  tx: TenantTransaction,
  organizationId: string,
  id: string,
): Promise<{ readonly receipt: OtherReceipt; readonly credit: BankTransaction }> => {
  const where = { organizationId_id: { organizationId, id } };
  const found = await tx.otherReceipt.findUnique({ where });
  if (!found) throw new NotFound('OtherReceipt', ['input', 'receiptId']);
  const credit = await lockCredit(tx, organizationId, found.bankTransactionId);
  return { credit, receipt: await tx.otherReceipt.findUniqueOrThrow({ where }) };
};
