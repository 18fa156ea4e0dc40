import type { TenantContext } from '../graphql/context.ts';
import { ValidationFailed } from '../graphql/errors.ts';

/** What banks take as evidence, by the provider's word: these types, and so many bytes in all. */
const MEDIA_TYPES: ReadonlySet<string> = new Set(['application/pdf', 'image/jpeg', 'image/png']);
const MOST_BYTES = 4_500_000;

/** Refuses files that the provider would not pass on, before anything is recorded. */
export const requireUploadable = async (
  { db, organizationId }: TenantContext,
  attachmentIds: readonly string[],
): Promise<void> => {
  if (attachmentIds.length === 0) return;
  const found = await db.attachment.findMany({
    where: { organizationId, id: { in: [...attachmentIds] } },
    select: { id: true, document: { select: { mediaType: true, size: true } } },
  });
  const wrong = attachmentIds.flatMap((id, at) => {
    const file = found.find((one) => one.id === id);
    const path = ['input', 'files', String(at), 'attachmentId'];
    return file && !MEDIA_TYPES.has(file.document.mediaType) ? [{ path, code: 'NOT_FOR_BANKS' }] : [];
  });
  const bytes = found.reduce((sum, { document: { size } }) => sum + size, 0);
  const tooMuch = bytes > MOST_BYTES ? [{ path: ['input', 'files'], code: 'TOO_LARGE' }] : [];
  if (wrong.length + tooMuch.length > 0) throw new ValidationFailed([...wrong, ...tooMuch]);
};
