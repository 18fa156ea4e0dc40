import type { Finding } from '@zahlwerk/domain/ledger/books-check';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import { ActorType } from '../graphql/actor.type.ts';
import { builder } from '../graphql/builder.ts';
import { EventInterface } from '../live/event.type.ts';
import { actorOf } from '../workflow/load/columns.ts';
import { ruleText } from './finding-text.ts';

const FindingType = builder.objectRef<Finding>('BooksFinding').implement({
  description: 'A rule that always holds, and does not.',
  fields: (t) => ({
    rule: t.string({
      description: "The rule as a sentence in the caller's language.",
      resolve: ({ rule }, _args, { language }) => ruleText(rule, language),
    }),
    rows: t.exposeStringList('rows', {
      description: 'Numbers or ids of the first rows that break it, at most ten.',
    }),
  }),
});

export const BooksCheckNode = builder.prismaNode('BooksCheck', {
  description:
    'One look at whether the rules hold that always hold: entries balance, all money is posted, no number is missing.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'ledger:read' },
  fields: (t) => ({
    askedBy: t.field({
      type: ActorType,
      description: 'Who has asked for it; the system does each night.',
      select: { askedByKind: true, askedById: true },
      resolve: ({ askedByKind, askedById }) => actorOf(askedByKind, askedById) ?? SYSTEM,
    }),
    askedAt: t.expose('askedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was finished; null while it goes on.',
    }),
    rules: t.exposeInt('rules', { description: 'How many rules there were to ask.' }),
    broken: t.field({
      type: [FindingType],
      description: 'The rules that do not hold.',
      select: { broken: true },
      // Only the check writes it.
      resolve: ({ broken }) => broken as unknown as readonly Finding[],
    }),
    notChecked: t.stringList({
      description:
        "The rules that could not be asked in the time they have, in the caller's language: nobody knows.",
      select: { notChecked: true },
      resolve: ({ notChecked }, _args, { language }) =>
        Promise.all(notChecked.map((rule) => ruleText(rule, language))),
    }),
  }),
});

builder.prismaObject('Event', {
  variant: 'BooksEvent',
  interfaces: [EventInterface],
  description: 'Somebody has asked for a check of the books, or it is finished.',
  fields: (t) => ({
    check: t.prismaField({
      type: BooksCheckNode,
      nullable: true,
      authScopes: { permission: 'ledger:read' },
      description: 'The check, as it stands now.',
      resolve: (query, { organizationId, streamId: id }, _args, { db }) =>
        db.booksCheck.findUnique({ ...query, where: { organizationId_id: { organizationId, id } } }),
    }),
  }),
});

builder.queryField('booksChecks', (t) =>
  t.withAuth({ permission: 'ledger:read' }).prismaConnection(
    {
      type: BooksCheckNode,
      cursor: 'organizationId_id',
      description: 'The checks of the books, newest first.',
      totalCount: (_root, _args, ctx) =>
        ctx.db.booksCheck.count({ where: { organizationId: ctx.organizationId ?? '' } }),
      resolve: (query, _root, _args, ctx) =>
        ctx.db.booksCheck.findMany({
          ...query,
          where: { organizationId: ctx.organizationId },
          orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
        }),
    },
    { name: 'BooksCheckConnection' },
    { name: 'BooksCheckEdge' },
  ),
);
