import { dayToDate } from '@zahlwerk/db/calendar-day';
import { NotFound } from '../../graphql/errors.ts';
import { actorColumns, type Writer } from './writer.ts';

/** Puts a stored file to the case; a file of another organization does not exist here. */
export const attach: Writer<'attach'> = async (saving, { type: _, signedOn, ...attachment }) => {
  const { tx, organizationId, state, env } = saving;
  const document = await tx.document.findUnique({
    where: { organizationId_id: { organizationId, id: attachment.documentId } },
  });
  if (!document) throw new NotFound('Document', ['input', 'documentId']);
  await tx.attachment.create({
    data: {
      ...attachment,
      organizationId,
      subject: 'CASE',
      subjectId: state.id,
      caseId: state.id,
      signedOn: signedOn ? dayToDate(signedOn) : null,
      ...(attachment.signedBy ? actorColumns('vouchedBy', saving) : {}),
      addedAt: env.now,
      ...actorColumns('addedBy', saving),
    },
  });
};
