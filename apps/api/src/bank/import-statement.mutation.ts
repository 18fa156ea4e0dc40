import { builder } from '../graphql/builder.ts';
import { NotAllowed } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { BankImportNode } from './bank-import.type.ts';
import { beginImport, type ImportBegun } from './begin-import.ts';
import { retryImport } from './give-up-import.ts';

const success = (name: string) =>
  builder.objectRef<ImportBegun>(name).implement({
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

builder.mutationField('importBankStatement', (t) =>
  t.withAuth({ permission: 'bank:import' }).field({
    type: success('ImportBankStatementSuccess'),
    description:
      'Reads a camt file, a ZIP of them or the list of a known bank, in the background. What has been told before is not taken again.',
    errors: {},
    args: { input: t.arg({ type: ImportBankStatementInput, description: 'The file.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor } = ctx;
      const workshop = workshopOf(ctx.ports);
      const documentId = decodeId('Document', input.documentId, ['input', 'documentId']);
      const call = { organizationId, actor, idempotency: keyed({ ...input }) };
      const result = await beginImport(workshop, call, documentId);
      if (!result.replayed) workshop.ring(organizationId);
      await ctx.reads.end();
      return result;
    },
  }),
);

const RetryBankImportInput = builder.inputType('RetryBankImportInput', {
  description: 'Which file.',
  fields: (t) => ({
    importId: t.id({ description: 'An import that has failed.' }),
    idempotencyKey: t.string({ description: 'Unique per call, 8 to 255 characters.' }),
  }),
});

builder.mutationField('retryBankImport', (t) =>
  t.withAuth({ permission: 'bank:import' }).field({
    type: success('RetryBankImportSuccess'),
    description: 'Has a file read once more that could not be read in hours of trying, from where it stood.',
    errors: { types: [NotAllowed] },
    args: { input: t.arg({ type: RetryBankImportInput, description: 'Which one.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor } = ctx;
      const importId = decodeId('BankImport', input.importId, ['input', 'importId']);
      const call = { organizationId, actor, idempotency: keyed({ ...input }) };
      const result = await retryImport(workshopOf(ctx.ports), call, importId);
      await ctx.reads.end();
      return result;
    },
  }),
);
