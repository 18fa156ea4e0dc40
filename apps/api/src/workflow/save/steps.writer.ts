import { Prisma } from '@zahlwerk/db/generated/client';
import type { RunSubject } from '@zahlwerk/domain/workflow/payment-case';
import type { Step } from '@zahlwerk/domain/workflow/step';
import { actorColumns, type BulkWriter, type Saving, type Writer } from './writer.ts';

const key = ({ organizationId, state }: Saving, step: Step, run: number) => ({
  organizationId_caseId_step_run: { organizationId, caseId: state.id, step, run },
});

const subjectColumns = ({ paymentId, decision }: RunSubject) => ({
  paymentId,
  decision: decision ? { ...decision } : Prisma.DbNull,
});

export const planSteps: BulkWriter<'plan-step'> = ({ tx, organizationId, state }, steps) =>
  tx.caseStep.createMany({
    data: steps.map(({ step, run, origin }) => ({
      organizationId,
      caseId: state.id,
      step,
      run,
      origin,
      state: 'PENDING',
    })),
  });

/** Opens a planned run, or one that nobody had planned. */
export const openStep: Writer<'open-step'> = (saving, { step, run, origin, subject }) => {
  const { tx, organizationId, state, env } = saving;
  const opened = { state: 'OPEN' as const, openedAt: env.now, ...subjectColumns(subject) };
  return tx.caseStep.upsert({
    where: key(saving, step, run),
    create: { organizationId, caseId: state.id, step, run, origin, ...opened },
    update: opened,
  });
};

export const setSubject: Writer<'set-subject'> = (saving, { step, run, subject }) =>
  saving.tx.caseStep.update({ where: key(saving, step, run), data: subjectColumns(subject) });

/** Ends a run; who ends one that had stopped has cleared the stop. */
export const finishStep: Writer<'finish-step'> = async (saving, { step, run, state: result, reason }) => {
  const { env, state } = saving;
  const stopped = state.runs.some((one) => one.step === step && one.run === run && one.stop);
  const cleared = stopped ? { clearedAt: env.now, ...actorColumns('clearedBy', saving) } : {};
  await saving.tx.caseStep.update({
    where: key(saving, step, run),
    data: { state: result, doneAt: env.now, reason, ...actorColumns('doneBy', saving), ...cleared },
  });
};

export const stopStep: Writer<'stop-step'> = (saving, { step, run, code, detail }) =>
  saving.tx.caseStep.update({
    where: key(saving, step, run),
    data: { stopCode: code, stopDetail: detail, stoppedAt: code ? saving.env.now : null },
  });
