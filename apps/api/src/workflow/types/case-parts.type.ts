import { money } from '@zahlwerk/domain/money/money';
import { builder } from '../../graphql/builder.ts';
import { encodeId } from '../../graphql/ids.ts';
import { MoneyType } from '../../graphql/money.type.ts';
import { documentUrl } from '../../invoices/invoice.type.ts';
import { currencyOf } from '../load/to-payment-case.ts';
import { AttemptStateEnum, PaymentMethodTypeEnum } from './enums.ts';

builder.prismaNode('PaymentAttempt', {
  description: 'One try to collect through the provider.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'payment:read' },
  select: { id: true, currency: true, amountMinor: true },
  fields: (t) => ({
    state: t.expose('state', { type: AttemptStateEnum, description: 'Where it stands.' }),
    methodType: t.expose('methodType', { type: PaymentMethodTypeEnum, description: 'How it collects.' }),
    amount: t.field({
      type: MoneyType,
      description: 'How much.',
      resolve: (row) => money(row.amountMinor, currencyOf(row.currency)),
    }),
    failureCode: t.exposeString('failureCode', {
      nullable: true,
      description: "The provider's decline or error code.",
    }),
    failureMessage: t.exposeString('failureMessage', {
      nullable: true,
      description: "The provider's own words.",
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was started.' }),
  }),
});

builder.prismaNode('Message', {
  description: 'One mail or SMS; each is sent once per occasion and recipient.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'message:read' },
  fields: (t) => ({
    template: t.exposeString('template', { description: 'Which one, such as receipt.' }),
    recipient: t.exposeString('recipient', { description: 'Mail address or phone number.' }),
    channel: t.exposeString('channel', { description: 'EMAIL or SMS.' }),
    state: t.exposeString('state', { description: 'QUEUED, SENDING, SENT, DELIVERED, BOUNCED or FAILED.' }),
    title: t.exposeString('title', { nullable: true, description: 'Subject line as it was sent.' }),
    lastError: t.exposeString('lastError', { nullable: true, description: 'Why it could not be sent.' }),
    queuedAt: t.expose('queuedAt', { type: 'DateTime', description: 'When it was queued.' }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the provider took it.',
    }),
    deliveredAt: t.expose('deliveredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was delivered.',
    }),
  }),
});

builder.prismaObject('Attachment', {
  description: 'A file put to a case.',
  select: { documentId: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    purpose: t.exposeString('purpose', { nullable: true, description: 'What it is.' }),
    url: t.string({
      nullable: true,
      description: 'Path of the file.',
      resolve: ({ documentId }) => documentUrl(documentId),
    }),
    signedBy: t.exposeString('signedBy', { nullable: true, description: 'Who has signed it.' }),
    signedOn: t.expose('signedOn', { type: 'Date', nullable: true, description: 'When it was signed.' }),
    addedAt: t.expose('addedAt', { type: 'DateTime', description: 'When it was put here.' }),
  }),
});

builder.prismaObject('Approval', {
  description: 'The consent of a second person.',
  select: { id: true, currency: true, amountMinor: true },
  fields: (t) => ({
    id: t.id({ description: 'For decideApproval.', resolve: ({ id }) => encodeId('Approval', id) }),
    kind: t.exposeString('kind', { description: 'What is to be agreed to, such as WRITE_OFF.' }),
    state: t.exposeString('state', { description: 'OPEN, GRANTED or REFUSED.' }),
    amount: t.field({
      type: MoneyType,
      nullable: true,
      description: 'How much.',
      resolve: ({ amountMinor, currency }) =>
        amountMinor !== null && currency ? money(amountMinor, currencyOf(currency)) : null,
    }),
    reason: t.exposeString('reason', { description: 'Why it was asked for.' }),
    askedBy: t.relation('askedBy', { description: 'Who asked.' }),
    askedAt: t.expose('askedAt', { type: 'DateTime', description: 'When.' }),
    decidedBy: t.relation('decidedBy', { nullable: true, description: 'Who decided.' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When.' }),
  }),
});
