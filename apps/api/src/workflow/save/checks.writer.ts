import type { CheckItem } from '@zahlwerk/domain/workflow/payment-case';
import { actorColumns, type BulkWriter, type ChangeOf, type Writer } from './writer.ts';

/** The newest answers to checklist items of a run, with their evidence: new ones at once, repeated ones in their place. */
export const recordChecks: BulkWriter<'record-check'> = async (saving, changes) => {
  const { tx, organizationId, state, env } = saving;
  const place = { organizationId, caseId: state.id };
  const answered = await tx.checkItem.findMany({
    where: { ...place, OR: changes.map(({ item: { step, run, key } }) => ({ step, run, key })) },
    select: { id: true, step: true, run: true, key: true },
  });
  const checked = { checkedAt: env.now, ...actorColumns('checkedBy', saving) };
  const known = new Map(answered.map((row) => [nameOf(row), row.id]));
  const fresh = new Map<string, ChangeOf<'record-check'>['item']>();
  for (const { item } of changes) {
    const id = known.get(nameOf(item));
    if (id)
      await tx.checkItem.update({
        where: { organizationId_id: { organizationId, id } },
        data: { ...item, ...checked },
      });
    else fresh.set(nameOf(item), item);
  }
  if (fresh.size === 0) return;
  await tx.checkItem.createMany({
    data: [...fresh.values()].map((item) => ({ ...item, ...place, ...checked, id: env.newId() })),
  });
};

const nameOf = ({ step, run, key }: Pick<CheckItem, 'step' | 'run' | 'key'>): string =>
  `${step}:${run}:${key}`;

export const raiseDiscrepancy: Writer<'raise-discrepancy'> = (saving, { type: _, ...discrepancy }) => {
  const { tx, organizationId, state, env } = saving;
  return tx.discrepancy.create({
    data: {
      ...discrepancy,
      organizationId,
      caseId: state.id,
      state: 'OPEN',
      raisedAt: env.now,
      ...actorColumns('raisedBy', saving),
    },
  });
};

export const resolveDiscrepancy: Writer<'resolve-discrepancy'> = (saving, { id, resolution, reason }) => {
  const { tx, organizationId, env } = saving;
  return tx.discrepancy.update({
    where: { organizationId_id: { organizationId, id } },
    data: {
      state: 'RESOLVED',
      resolution,
      reason,
      resolvedAt: env.now,
      ...actorColumns('resolvedBy', saving),
    },
  });
};
