import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { diffCustomerData } from '@zahlwerk/domain/customers/diff';
import { REVIEW_REASONS } from '@zahlwerk/domain/customers/matching-method';
import { builder } from '../graphql/builder.ts';
import { encodeId } from '../graphql/ids.ts';
import { LanguageEnum } from '../graphql/language.type.ts';
import { CUSTOMER_DATA_COLUMNS, customerDataOf } from '../workflow/load/customer-data.ts';
import { MessageConnection } from '../workflow/types/case-parts.type.ts';
import { PaymentMethodTypeEnum } from '../workflow/types/enums.ts';
import { PaymentCaseConnection } from '../workflow/types/payment-case-lists.type.ts';
import { CustomerKindEnum } from './customer-data.input.ts';

export const CustomerDataType = builder.objectRef<CustomerData>('CustomerData').implement({
  description: 'What is known about a customer; null means not known.',
  fields: (t) => ({
    kind: t.expose('kind', { type: CustomerKindEnum, description: 'Person or company.' }),
    givenName: t.exposeString('givenName', { nullable: true, description: 'Given name of a person.' }),
    familyName: t.exposeString('familyName', { nullable: true, description: 'Family name of a person.' }),
    company: t.exposeString('company', { nullable: true, description: 'Name of the company.' }),
    contact: t.exposeString('contact', { nullable: true, description: 'Whom to turn to at the company.' }),
    street: t.exposeString('street', { nullable: true, description: 'Street and house number.' }),
    postalCode: t.exposeString('postalCode', { nullable: true, description: 'Postal code.' }),
    city: t.exposeString('city', { nullable: true, description: 'City.' }),
    country: t.string({
      nullable: true,
      description: 'ISO 3166-1 alpha-2.',
      resolve: ({ country }) => country,
    }),
    email: t.exposeString('email', { nullable: true, description: 'Mail address.' }),
    phone: t.exposeString('phone', { nullable: true, description: 'Phone number as E.164.' }),
    vatId: t.exposeString('vatId', { nullable: true, description: 'VAT identification number.' }),
    taxNumber: t.exposeString('taxNumber', { nullable: true, description: 'Tax number.' }),
    iban: t.exposeString('iban', { nullable: true, description: 'IBAN.' }),
    language: t.expose('language', { type: LanguageEnum, description: 'In which language to write.' }),
    wantsSms: t.exposeBoolean('wantsSms', { description: 'Whether an SMS is wanted beside the mail.' }),
  }),
});

const CustomerStateEnum = builder.enumType('CustomerState', {
  description:
    'DRAFT has not been confirmed yet; MERGED lives on in another record; RESTRICTED may not be used.',
  values: ['DRAFT', 'CONFIRMED', 'MERGED', 'RESTRICTED'] as const,
});

const FieldDifferenceType = builder
  .objectRef<{ field: string; before: string | null; after: string | null }>('FieldDifference')
  .implement({
    description: 'One field in which two versions of a record differ.',
    fields: (t) => ({
      field: t.exposeString('field', { description: 'Name of the field in CustomerData.' }),
      before: t.exposeString('before', { nullable: true, description: 'In the last confirmed version.' }),
      after: t.exposeString('after', { nullable: true, description: 'In the newest saved version.' }),
    }),
  });

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

builder.prismaObject('CustomerVersion', {
  description: 'A frozen version of a customer record.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Number of the version.' }),
    data: t.field({
      type: CustomerDataType,
      description: 'The record as it was saved.',
      resolve: ({ data }) => data as unknown as CustomerData,
    }),
    savedAt: t.expose('savedAt', { type: 'DateTime', description: 'When it was saved.' }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When a person confirmed it.',
    }),
  }),
});

const SyncTargetEnum = builder.enumType('SyncTarget', {
  description: 'A system that follows the customer record.',
  values: ['PROVIDER', 'WEBHOOK', 'LIVE'] as const,
});

const SyncStateEnum = builder.enumType('SyncState', {
  description: 'How far a system has followed.',
  values: ['PENDING', 'SYNCED', 'FAILED'] as const,
});

builder.prismaObject('CustomerSync', {
  description: 'How far a connected system has followed the record.',
  fields: (t) => ({
    target: t.expose('target', { type: SyncTargetEnum, description: 'Which kind of system.' }),
    state: t.expose('state', { type: SyncStateEnum, description: 'Whether it has followed.' }),
    customerVersion: t.exposeInt('customerVersion', { description: 'The version it has.' }),
    syncedAt: t.expose('syncedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it last followed.',
    }),
    error: t.exposeString('error', { nullable: true, description: 'Why it did not.' }),
  }),
});

const PaymentMethodStateEnum = builder.enumType('PaymentMethodState', {
  description: 'Whether a stored means of payment may be charged.',
  values: ['PENDING', 'REVIEW', 'ACTIVE', 'RETIRED'] as const,
});

const ReviewReasonEnum = builder.enumType('ReviewReason', {
  description: 'Why a stored means of payment is not used before a person has looked at it.',
  values: REVIEW_REASONS,
});

builder.prismaObject('PaymentMethod', {
  description: 'A stored means of payment, as the provider names it. Never a card number.',
  fields: (t) => ({
    id: t.id({
      description: 'Names it to `reviewPaymentMethod`.',
      resolve: ({ id }) => encodeId('PaymentMethod', id),
    }),
    type: t.expose('type', { type: PaymentMethodTypeEnum, description: 'Card or debit.' }),
    state: t.expose('state', { type: PaymentMethodStateEnum, description: 'Whether it may be charged.' }),
    holder: t.exposeString('holder', { nullable: true, description: 'In whose name.' }),
    brand: t.exposeString('brand', { nullable: true, description: 'Brand of a card.' }),
    last4: t.exposeString('last4', { nullable: true, description: 'Last four digits.' }),
    expiresOn: t.expose('expiresOn', {
      type: 'Date',
      nullable: true,
      description: 'Last day on which it may be charged.',
    }),
    isDefault: t.exposeBoolean('isDefault', { description: 'Whether it is the one to be charged.' }),
    isFirst: t.exposeBoolean('isFirst', {
      description: "Whether it is the customer's first confirmed one, which later ones are compared with.",
    }),
    noticedAt: t.expose('noticedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When its owner was last told that it expires.',
    }),
    singleChannel: t.exposeBoolean('singleChannel', {
      description: 'The change was confirmed by a code over the same channel as the link: by mail only.',
    }),
    reviewReason: t.field({
      type: ReviewReasonEnum,
      nullable: true,
      description: 'Why it has, or had, to be looked at.',
      resolve: ({ reviewReason }) => REVIEW_REASONS.find((one) => one === reviewReason) ?? null,
    }),
  }),
});

builder.prismaNode('Customer', {
  description: 'Somebody on whom the business has claims.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'customer:read' },
  select: { organizationId: true, id: true, savedVersion: true, confirmedVersion: true },
  fields: (t) => ({
    number: t.exposeString('number', {
      nullable: true,
      description: 'K-000042; null until the record was saved.',
    }),
    name: t.exposeString('displayName', { description: 'The name in one line.' }),
    state: t.expose('state', { type: CustomerStateEnum, description: 'Whether the record is confirmed.' }),
    version: t.exposeInt('version', { description: 'Grows with every change.' }),
    savedVersion: t.exposeInt('savedVersion', {
      description: 'Number of the newest saved version; 0 before the first.',
    }),
    confirmedVersion: t.exposeInt('confirmedVersion', {
      nullable: true,
      description: 'Number of the last confirmed version.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'Since when the business knows them.',
    }),
    emailBounced: t.boolean({
      description: 'Mails to the address come back.',
      select: { emailBouncedAt: true },
      resolve: ({ emailBouncedAt }) => emailBouncedAt !== null,
    }),
    data: t.field({
      type: CustomerDataType,
      description: 'The current data.',
      select: CUSTOMER_DATA_COLUMNS,
      resolve: customerDataOf,
    }),
    versions: t.relation('versions', {
      description: 'All saved versions, newest first.',
      query: { orderBy: { version: 'desc' } },
    }),
    differences: t.field({
      type: [FieldDifferenceType],
      description:
        'What has changed from the last confirmed to the newest saved version; empty without either.',
      select: { versions: true },
      resolve: ({ versions, savedVersion, confirmedVersion }) => {
        const find = (number: number | null) => versions.find(({ version }) => version === number);
        const [before, after] = [find(confirmedVersion), find(savedVersion)];
        if (!after || !before) return [];
        const difference = diffCustomerData(
          before.data as unknown as CustomerData,
          after.data as unknown as CustomerData,
        );
        return difference.map((one) => ({
          field: one.field,
          before: text(one.before),
          after: text(one.after),
        }));
      },
    }),
    syncs: t.relation('syncs', { description: 'Connected systems.' }),
    methods: t.relation('paymentMethods', {
      description: 'Stored means of payment, newest first.',
      query: { orderBy: { createdAt: 'desc' } },
    }),
    cases: t.relatedConnection(
      'paymentCases',
      {
        cursor: 'organizationId_id',
        description: 'Their cases, newest first.',
        totalCount: true,
        query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
      },
      PaymentCaseConnection,
    ),
    messages: t.relatedConnection(
      'messages',
      {
        cursor: 'organizationId_id',
        description: 'What was sent to them, newest first.',
        query: { orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }] },
      },
      MessageConnection,
    ),
  }),
});
