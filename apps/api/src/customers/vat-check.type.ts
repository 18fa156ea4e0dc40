import { NAME_MATCHES, VAT_CHECK_OUTCOMES } from '@zahlwerk/domain/customers/vat-register';
import { ActorType } from '../graphql/actor.type.ts';
import { builder } from '../graphql/builder.ts';
import { actorOf } from '../workflow/load/columns.ts';

const VatCheckOutcomeEnum = builder.enumType('VatCheckOutcome', {
  description:
    'What a register of VAT ids has answered. UNAVAILABLE: it could not be asked, which is not a no.',
  values: VAT_CHECK_OUTCOMES,
});

const NameMatchEnum = builder.enumType('NameMatch', {
  description:
    'Whether the register knows the id under the name of the customer; NOT_TOLD where the member state tells no names.',
  values: NAME_MATCHES,
});

export const VatCheckNode = builder.prismaNode('VatCheck', {
  description: 'A question to a register of VAT ids with its answer, kept as evidence.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'customer:read' },
  select: { id: true, organizationId: true, askedByKind: true, askedById: true },
  fields: (t) => ({
    vatId: t.exposeString('vatId', { description: 'The id that was asked about.' }),
    askedAt: t.expose('askedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    askedBy: t.field({
      type: ActorType,
      nullable: true,
      description: 'Who asked; the system for cases and for further tries.',
      resolve: ({ askedByKind, askedById }) => actorOf(askedByKind, askedById),
    }),
    outcome: t.expose('outcome', {
      type: VatCheckOutcomeEnum,
      nullable: true,
      description: 'The answer; null while it is awaited.',
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the answer came, or it was clear that none comes.',
    }),
    askAt: t.expose('askAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the register is asked (again); null once this question is answered.',
    }),
    register: t.exposeString('register', {
      nullable: true,
      description: 'Which register; null where none is in use.',
    }),
    requesterVatId: t.exposeString('requesterVatId', {
      nullable: true,
      description: 'Own VAT id under which it was asked.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description:
        "Why there was no answer: the register's code, SWITCHED_OFF, TIMEOUT, UNREACHABLE, UNREADABLE, HTTP_5xx or SUPERSEDED.",
    }),
    requestNumber: t.exposeString('requestNumber', {
      nullable: true,
      description: "The register's number of the consultation: the proof that it was asked.",
    }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Whose id it is, where the register tells it.',
    }),
    address: t.exposeString('address', { nullable: true, description: 'Their address, where it is told.' }),
    nameMatch: t.expose('nameMatch', {
      type: NameMatchEnum,
      nullable: true,
      description: 'Whether that is the customer.',
    }),
    answer: t.string({
      nullable: true,
      description: 'The fields of the answer as they came, as JSON.',
      select: { answer: true },
      resolve: ({ answer }) => (answer === null ? null : JSON.stringify(answer)),
    }),
  }),
});

builder.prismaObjectField('Customer', 'vatChecks', (t) =>
  t.relation('vatChecks', {
    description: 'Questions to the register about VAT ids of this customer, newest first, twenty at most.',
    query: { orderBy: [{ askedAt: 'desc' }, { id: 'desc' }], take: 20 },
  }),
);
