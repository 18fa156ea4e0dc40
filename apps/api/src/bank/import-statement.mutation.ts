import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { withTenant } from '@zahlwerk/db/tenant';
import { builder } from '../graphql/builder.ts';
import type { TenantContext } from '../graphql/context.ts';
import { NotFound } from '../graphql/errors.ts';
import { findReplay, keyed, storeOutcome } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { BankImportNode } from './bank-import.type.ts';

interface Imported {
  readonly importId: string;
  readonly replayed: boolean;
}

const Success = builder.objectRef<Imported>('ImportBankStatementSuccess').implement({
  description: 'The file is being read.',
  fields: (t) => ({
    bankImport: t.prismaField({
      type: BankImportNode,
      description: 'The import as it stands now.',
      resolve: (query, { importId: id }, _args, { db, organizationId }) =>
        db.bankImport.findUniqueOrThrow({
          ...query,
          where: { organizationId_id: { organizationId: organizationId ?? '', id } },
        }),
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether the idempotency key had been used before.',
    }),
  }),
});

const ImportBankStatementInput = builder.inputType('ImportBankStatementInput', {
  description: 'A file that was uploaded before (POST /api/bank-statements).',
  fields: (t) => ({
    documentId: t.id({ description: 'The uploaded file.' }),
    idempotencyKey: t.string({ description: 'Unique per call, 8 to 255 characters.' }),
  }),
});

const begin = (
  ctx: TenantContext,
  input: { readonly documentId: string; readonly idempotencyKey: string },
): Promise<Imported> => {
  const { organizationId, actor } = ctx;
  const workshop = workshopOf(ctx.ports);
  const documentId = decodeId('Document', input.documentId, ['input', 'documentId']);
  const call = { organizationId, actor, idempotency: keyed({ ...input }) };
  return withTenant(workshop.database, organizationId, async (tx) => {
    const replayed = await findReplay(tx, call, 'importBankStatement');
    if (replayed) return { importId: replayed, replayed: true };
    const where = { organizationId_id: { organizationId, id: documentId } };
    if (!(await tx.document.findUnique({ where, select: { id: true } })))
      throw new NotFound('Document', ['input', 'documentId']);
    const { now } = await businessTime(tx, organizationId);
    const importId = workshop.newId();
    await tx.bankImport.create({
      data: {
        ...{ organizationId, id: importId, documentId, state: 'WAITING', createdAt: now },
        ...{ createdByKind: actor.kind, createdById: actor.id },
      },
    });
    await workshop.enqueue(tx, organizationId, [{ job: 'import-statement', importId }]);
    await storeOutcome(tx, call, 'importBankStatement', importId);
    const data = { bankImportId: importId, state: 'WAITING' };
    await appendEvents(tx, organizationId, [
      { stream: 'bank-import', streamId: importId, type: 'bank.imported', at: now, actor, data },
    ]);
    return { importId, replayed: false };
  });
};

builder.mutationField('importBankStatement', (t) =>
  t.withAuth({ permission: 'bank:import' }).field({
    type: Success,
    description:
      'Reads a camt file, a ZIP of them or the list of a known bank, in the background. What has been told before is not taken again.',
    errors: {},
    args: { input: t.arg({ type: ImportBankStatementInput, description: 'The file.' }) },
    resolve: async (_root, { input }, ctx) => {
      const result = await begin(ctx, input);
      if (!result.replayed) workshopOf(ctx.ports).ring(ctx.organizationId);
      await ctx.reads.end();
      return result;
    },
  }),
);
