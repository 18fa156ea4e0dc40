import { dayToDate } from '@zahlwerk/db/calendar-day';
import { requireDocument } from './known-document.ts';
import { actorColumns, type Writer } from './writer.ts';

/** Puts a stored file to the case, or to one item of a checklist of it. */
export const attach: Writer<'attach'> = async (saving, { type: _, signedOn, item, ...attachment }) => {
  const { tx, organizationId, state, env } = saving;
  await requireDocument(saving, attachment.documentId);
  await tx.attachment.create({
    data: {
      ...attachment,
      organizationId,
      subject: item ? 'CHECK_ITEM' : 'CASE',
      subjectId: state.id,
      caseId: state.id,
      step: item?.step ?? null,
      checkKey: item?.key ?? null,
      signedOn: signedOn ? dayToDate(signedOn) : null,
      ...(attachment.signedBy ? actorColumns('vouchedBy', saving) : {}),
      addedAt: env.now,
      ...actorColumns('addedBy', saving),
    },
  });
};
