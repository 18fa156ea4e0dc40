import type { TenantTransaction } from '@zahlwerk/db/tenant';

/** Locks the cases of a customer in an order of their own: whoever works on one of them is waited for. */
export const lockCasesOf = (tx: TenantTransaction, organizationId: string, customerId: string) =>
  tx.$queryRaw`
    SELECT id FROM payment_case WHERE organization_id = ${organizationId}::uuid AND customer_id = ${customerId}::uuid
    ORDER BY id FOR NO KEY UPDATE`;

interface MovingCases {
  readonly organizationId: string;
  readonly survivorId: string;
  readonly mergedId: string;
  readonly now: Date;
}

/** Lets the locked cases of one record belong to another, each one version up: a form that was built on them is refused. */
export const moveCases = async (
  tx: TenantTransaction,
  { organizationId, survivorId, mergedId, now }: MovingCases,
): Promise<{ readonly openCaseIds: readonly string[]; readonly cases: number }> => {
  const from = { organizationId, customerId: mergedId };
  const open = await tx.paymentCase.findMany({ where: { ...from, state: 'OPEN' }, select: { id: true } });
  const { count: cases } = await tx.paymentCase.updateMany({
    where: from,
    data: { customerId: survivorId, version: { increment: 1 }, updatedAt: now },
  });
  return { openCaseIds: open.map(({ id }) => id), cases };
};
