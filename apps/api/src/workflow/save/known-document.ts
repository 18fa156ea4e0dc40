import { NotFound } from '../../graphql/errors.ts';
import type { Saving } from './writer.ts';

/** A command may refer to files of its own organization only; any other one does not exist here. */
export const requireDocument = async ({ tx, organizationId }: Saving, id: string): Promise<void> => {
  const document = await tx.document.findUnique({
    where: { organizationId_id: { organizationId, id } },
    select: { id: true },
  });
  if (!document) throw new NotFound('Document', ['input', 'documentId']);
};
