import type { TenantTransaction } from '@zahlwerk/db/tenant';
import type { Actor } from '@zahlwerk/domain/workflow/actor';

interface Question {
  readonly organizationId: string;
  readonly customerId: string;
  readonly vatId: string;
  readonly actor: Actor;
}

/**
 * Records a question to the register of VAT ids, to be asked at once: this one, or the one that is on its way already. It takes
 * the place of a later try, and of a question about an id that stands in the record no longer.
 */
export const askRegister = async (
  tx: TenantTransaction,
  id: string,
  { organizationId, customerId, vatId, actor }: Question,
  now: Date,
): Promise<string> => {
  const open = await tx.vatCheck.findFirst({ where: { organizationId, customerId, outcome: null } });
  if (open) {
    const isSame = open.vatId === vatId && open.tries === 0;
    await tx.vatCheck.update({
      where: { organizationId_id: { organizationId, id: open.id } },
      data: isSame
        ? { askAt: now }
        : { outcome: 'UNAVAILABLE', reason: 'SUPERSEDED', answeredAt: now, askAt: null },
    });
    if (isSame) return open.id;
  }
  await tx.vatCheck.create({
    data: {
      ...{ organizationId, id, customerId, vatId, askedAt: now, askAt: now },
      ...{ askedByKind: actor.kind, askedById: actor.id },
    },
  });
  return id;
};
