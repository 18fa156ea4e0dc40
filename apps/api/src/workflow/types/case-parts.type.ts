import { money } from '@zahlwerk/domain/money/money';
import type { ChecklistPlace } from '@zahlwerk/domain/workflow/add-attachment';
import { ActorType } from '../../graphql/actor.type.ts';
import { builder } from '../../graphql/builder.ts';
import { encodeId } from '../../graphql/ids.ts';
import { MoneyType } from '../../graphql/money.type.ts';
import { StepEnum } from '../../graphql/step.type.ts';
import { documentUrl } from '../../invoices/invoice.type.ts';
import { actorOf, currencyOf } from '../load/columns.ts';
import { AttemptStateEnum, CaptureModeEnum, PaymentMethodTypeEnum } from './enums.ts';

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
    funded: t.field({
      type: MoneyType,
      nullable: true,
      select: { fundedMinor: true },
      description:
        'What of a transfer has reached the provider, who keeps it for the customer until the rest is there; null for none.',
      resolve: ({ fundedMinor, currency }) =>
        fundedMinor > 0n ? money(fundedMinor, currencyOf(currency)) : null,
    }),
    failureCode: t.exposeString('failureCode', {
      nullable: true,
      description: "The provider's decline or error code.",
    }),
    failureMessage: t.exposeString('failureMessage', {
      nullable: true,
      description: "The provider's own words.",
    }),
    method: t.relation('paymentMethod', {
      nullable: true,
      description: 'The stored method that is charged; null for what the customer pays by hand.',
    }),
    tryNumber: t.exposeInt('tryNumber', {
      nullable: true,
      description: 'The how many-eth try with the stored method; null for what the customer pays by hand.',
    }),
    chargeAt: t.expose('chargeAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the stored method is, or was, to be charged.',
    }),
    capture: t.expose('capture', {
      type: CaptureModeEnum,
      description: 'Whether it collects at once, or reserves first.',
    }),
    authorizationExpiresAt: t.expose('authorizationExpiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when what it has reserved can, or could, be captured.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was started.' }),
    reader: t.relation('reader', {
      nullable: true,
      description: 'The card reader that it is collected at; null anywhere but in person.',
    }),
  }),
});

export const MessageChannelEnum = builder.enumType('MessageChannel', {
  description: 'How a message goes out.',
  values: ['EMAIL', 'SMS'] as const,
});

const MessageStateEnum = builder.enumType('MessageState', {
  description: 'How far a message has come.',
  values: ['QUEUED', 'SENDING', 'SENT', 'DELIVERED', 'BOUNCED', 'FAILED'] as const,
});

const MessageNode = builder.prismaNode('Message', {
  description: 'One mail or SMS; each is sent once per occasion and recipient.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'message:read' },
  fields: (t) => ({
    template: t.exposeString('template', { description: 'Which one, such as receipt.' }),
    recipient: t.exposeString('recipient', { description: 'Mail address or phone number.' }),
    channel: t.expose('channel', { type: MessageChannelEnum, description: 'Mail or SMS.' }),
    state: t.expose('state', { type: MessageStateEnum, description: 'How far it has come.' }),
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

const ChecklistPlaceType = builder.objectRef<ChecklistPlace>('ChecklistPlace').implement({
  description: 'One line of a checklist.',
  fields: (t) => ({
    step: t.expose('step', { type: StepEnum, description: 'Whose checklist.' }),
    key: t.exposeString('key', { description: 'Key of the item.' }),
  }),
});

export const MessageConnection = builder.connectionObject(
  { type: MessageNode, name: 'MessageConnection' },
  { name: 'MessageEdge' },
);

builder.prismaObject('Attachment', {
  description: 'A file put to a case.',
  select: { id: true, documentId: true },
  fields: (t) => ({
    id: t.id({ description: 'Opaque.', resolve: ({ id }) => encodeId('Attachment', id) }),
    name: t.exposeString('name', { description: 'Its name.' }),
    purpose: t.exposeString('purpose', { nullable: true, description: 'What it is.' }),
    url: t.string({
      nullable: true,
      description: 'Path of the file.',
      resolve: ({ documentId }) => documentUrl(documentId),
    }),
    signedBy: t.exposeString('signedBy', { nullable: true, description: 'Who has signed it.' }),
    signedOn: t.expose('signedOn', { type: 'Date', nullable: true, description: 'When it was signed.' }),
    vouchedBy: t.field({
      type: ActorType,
      nullable: true,
      description: 'Who vouches for the signature.',
      select: { vouchedByKind: true, vouchedById: true },
      resolve: ({ vouchedByKind, vouchedById }) => actorOf(vouchedByKind, vouchedById),
    }),
    mediaType: t.string({
      description: 'What kind of file it is, such as application/pdf.',
      select: { document: { select: { mediaType: true } } },
      resolve: ({ document }) => document.mediaType,
    }),
    size: t.int({
      description: 'How large it is, in bytes.',
      select: { document: { select: { size: true } } },
      resolve: ({ document }) => document.size,
    }),
    item: t.field({
      type: ChecklistPlaceType,
      nullable: true,
      description: 'The line of a checklist that it proves; null for a file of the case as a whole.',
      select: { step: true, checkKey: true },
      resolve: ({ step, checkKey }) => (step && checkKey ? { step, key: checkKey } : null),
    }),
    addedAt: t.expose('addedAt', { type: 'DateTime', description: 'When it was put here.' }),
    addedBy: t.field({
      type: ActorType,
      nullable: true,
      description: 'Who put it here.',
      select: { addedByKind: true, addedById: true },
      resolve: ({ addedByKind, addedById }) => actorOf(addedByKind, addedById),
    }),
  }),
});

const ApprovalKindEnum = builder.enumType('ApprovalKind', {
  description: 'What a second person is asked to agree to.',
  values: ['ADJUSTMENT', 'WRITE_OFF', 'REFUND', 'PAYOUT', 'PAYMENT_METHOD'] as const,
});

const ApprovalStateEnum = builder.enumType('ApprovalState', {
  description: 'What the second person has said.',
  values: ['OPEN', 'GRANTED', 'REFUSED'] as const,
});

builder.prismaObject('Approval', {
  description: 'The consent of a second person.',
  select: { id: true, currency: true, amountMinor: true },
  fields: (t) => ({
    id: t.id({ description: 'For decideApproval.', resolve: ({ id }) => encodeId('Approval', id) }),
    kind: t.expose('kind', { type: ApprovalKindEnum, description: 'What is to be agreed to.' }),
    state: t.expose('state', { type: ApprovalStateEnum, description: 'Whether it has been decided.' }),
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
