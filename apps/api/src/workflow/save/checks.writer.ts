import { actorColumns, type Writer } from './writer.ts';

/** The newest answer to a checklist item of this run, with its evidence. */
export const recordCheck: Writer<'record-check'> = (saving, { item }) => {
  const { tx, organizationId, state, env } = saving;
  const { step, run, key, ...answer } = item;
  const data = { ...answer, checkedAt: env.now, ...actorColumns('checkedBy', saving) };
  return tx.checkItem.upsert({
    where: { organizationId_caseId_step_run_key: { organizationId, caseId: state.id, step, run, key } },
    create: { organizationId, id: env.newId(), caseId: state.id, step, run, key, ...data },
    update: data,
  });
};

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
