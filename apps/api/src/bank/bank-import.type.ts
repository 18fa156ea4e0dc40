import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { ActorType } from '../graphql/actor.type.ts';
import { builder } from '../graphql/builder.ts';
import { encodeId } from '../graphql/ids.ts';
import { actorOf } from '../workflow/load/columns.ts';
import { IMPORT_REFUSAL_TEXT, type ImportRefusal } from './import-refusal.ts';

const BankImportStateEnum = builder.enumType('BankImportState', {
  description: 'How far an import is.',
  values: {
    WAITING: { description: 'Brought, and not read yet.' },
    MATCHING: { description: 'Taken; its credits are being looked at.' },
    DONE: { description: 'Everything that is certain has found its claim.' },
    REFUSED: { description: 'Nothing of it was taken.' },
    FAILED: { description: 'It could not be read in hours of trying; retryBankImport tries again.' },
  } as const,
});

const BankImportRefusal = builder.objectRef<ImportRefusal>('BankImportRefusal').implement({
  description: 'Why a file was not taken. Nothing of it was written.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The reason, for programs.' }),
    message: t.string({
      description: "The reason, for people, in the caller's language.",
      resolve: ({ code, detail }, _args, { language }) =>
        IMPORT_REFUSAL_TEXT[code][language].replace('{detail}', detail ?? '–'),
    }),
    line: t.exposeInt('line', { nullable: true, description: 'The line that is wrong, from 1.' }),
    file: t.exposeString('file', { nullable: true, description: 'Which file of a ZIP.' }),
  }),
});

export const BankImportNode = builder.prismaNode('BankImport', {
  description: 'A file with bank statements that somebody has brought, taken whole or refused whole.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'bank:read' },
  fields: (t) => ({
    fileName: t.string({
      description: 'What the file is called.',
      select: { document: { select: { name: true } } },
      resolve: ({ document }) => document.name,
    }),
    documentId: t.id({
      description: 'The file.',
      resolve: ({ documentId }) => encodeId('Document', documentId),
    }),
    state: t.expose('state', { type: BankImportStateEnum, description: 'How far it is.' }),
    refusal: t.field({
      type: BankImportRefusal,
      nullable: true,
      description: 'Why it was refused; null for one that was not.',
      resolve: ({ refusal }) => refusal as unknown as ImportRefusal | null,
    }),
    transactions: t.exposeInt('transactions', { description: 'Booked movements in it.' }),
    added: t.exposeInt('added', { description: 'How many of them no earlier file has told.' }),
    known: t.exposeInt('known', {
      description: 'How many of them a file of another format has told before; they count once.',
    }),
    credits: t.exposeInt('credits', { description: 'How many of the new ones are credits.' }),
    looked: t.exposeInt('looked', { description: 'How many of the credits have been looked at.' }),
    matched: t.exposeInt('matched', {
      description: 'How many of the credits found their claim by themselves.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was brought.' }),
    createdBy: t.field({
      type: ActorType,
      description: 'Who has brought it.',
      resolve: ({ createdByKind, createdById }) => actorOf(createdByKind, createdById) ?? SYSTEM,
    }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was done or refused; null while it is under way.',
    }),
  }),
});
