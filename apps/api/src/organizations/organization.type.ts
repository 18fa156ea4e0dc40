import { builder } from '../graphql/builder.ts';
import { LanguageEnum } from '../graphql/language.type.ts';
import { SkontoTermsType } from '../invoices/skonto.type.ts';
import { ChartOfAccountsEnum } from '../ledger/chart.type.ts';
import { ReaderNode } from '../readers/reader.type.ts';
import { toSkonto } from '../workflow/load/load-organization.ts';
import { MemberNode } from './member.type.ts';
import { ProviderAccountNode } from './provider-account.type.ts';

export const OrganizationModeEnum = builder.enumType('OrganizationMode', {
  description: 'Whether money is real.',
  values: {
    DEMO: { description: 'Sandbox or test keys; business time may be shifted.' },
    PRODUCTION: { description: 'Real providers, real money.' },
  } as const,
});

export const TransfersToEnum = builder.enumType('TransfersTo', {
  description: 'Where customers transfer to, never both on one case.',
  values: {
    OWN_ACCOUNT: { description: 'The bank account of the business.' },
    PROVIDER: {
      description: 'An account that the payment provider keeps for each customer; in euros only.',
    },
  } as const,
});

export const PayoutModeEnum = builder.enumType('PayoutMode', {
  description: 'How released money leaves the provider.',
  values: {
    AUTOMATIC: { description: "On the provider's schedule." },
    MANUAL: { description: 'Collected in a proposal that a second person releases.' },
  } as const,
});

export const OrganizationNode = builder.prismaNode('Organization', {
  description: 'A business that works with this desk.',
  id: { resolve: ({ id }) => id },
  findUnique: (id) => ({ id }),
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'For `expectedVersion`.' }),
    chartVersion: t.exposeInt('chartVersion', {
      description: 'Version of its chart of accounts, for `expectedVersion` of changeLedgerAccounts.',
    }),
    mode: t.expose('mode', { type: OrganizationModeEnum, description: 'Whether its money is real.' }),
    name: t.exposeString('name', { description: 'The name people know it by.' }),
    legalName: t.exposeString('legalName', { description: 'The name on invoices.' }),
    street: t.exposeString('street', { nullable: true, description: 'Street and number.' }),
    postalCode: t.exposeString('postalCode', { nullable: true, description: 'Postal code.' }),
    city: t.exposeString('city', { nullable: true, description: 'City.' }),
    country: t.exposeString('country', { description: 'Country, ISO 3166-1 alpha-2.' }),
    email: t.exposeString('email', { nullable: true, description: 'Mail address for customers.' }),
    phone: t.exposeString('phone', { nullable: true, description: 'Phone number for customers.' }),
    website: t.exposeString('website', { nullable: true, description: 'Web address.' }),
    taxNumber: t.exposeString('taxNumber', {
      nullable: true,
      description: 'Tax number, as printed on invoices.',
    }),
    vatId: t.exposeString('vatId', { nullable: true, description: 'VAT id.' }),
    registerEntry: t.exposeString('registerEntry', {
      nullable: true,
      description: 'Court and register number.',
    }),
    representedBy: t.exposeString('representedBy', { nullable: true, description: 'Who represents it.' }),
    smallBusiness: t.exposeBoolean('smallBusiness', {
      description: 'Section 19 UStG: no VAT is ever shown.',
    }),
    accountHolder: t.exposeString('accountHolder', {
      nullable: true,
      description: 'Holder of the bank account.',
    }),
    iban: t.exposeString('iban', { nullable: true, description: 'Bank account to which transfers go.' }),
    bic: t.exposeString('bic', { nullable: true, description: 'BIC of the bank.' }),
    bankName: t.exposeString('bankName', { nullable: true, description: 'Name of the bank.' }),
    currency: t.expose('currency', { type: 'CurrencyCode', description: 'Currency of a new case.' }),
    timeZone: t.exposeString('timeZone', { description: 'Time zone of its calendar days.' }),
    locale: t.expose('locale', { type: LanguageEnum, description: 'Language of the house.' }),
    accountsEmail: t.exposeString('accountsEmail', {
      nullable: true,
      description: 'Where the accounts department is notified.',
    }),
    singleControl: t.exposeBoolean('singleControl', {
      description: 'The one person who may close also closes what they handled; each closing is marked.',
    }),
    transfersTo: t.expose('transfersTo', {
      type: TransfersToEnum,
      description: 'Where the customers of new cases transfer to.',
    }),
    skonto: t.field({
      type: SkontoTermsType,
      nullable: true,
      description: 'Skonto of new cases where nobody says otherwise; null for none.',
      resolve: toSkonto,
    }),
    payoutMode: t.expose('payoutMode', { type: PayoutModeEnum, description: 'How released money leaves.' }),
    chartOfAccounts: t.expose('chartOfAccounts', {
      type: ChartOfAccountsEnum,
      description: 'By which chart its accounts are numbered.',
    }),
    workflow: t.prismaField({
      type: 'WorkflowVersion',
      description: 'The version of the workflow by which new cases run.',
      resolve: (query, { id }, _args, { db }) =>
        db.workflowVersion.findFirstOrThrow({ ...query, where: { organizationId: id, state: 'ACTIVE' } }),
    }),
    members: t.prismaField({
      type: [MemberNode],
      description: 'The people of the business, the removed ones last.',
      authScopes: { permission: 'member:read' },
      resolve: (query, { id }, _args, { db }) =>
        db.member.findMany({
          ...query,
          where: { organizationId: id },
          orderBy: [{ state: 'asc' }, { joinedAt: 'asc' }],
        }),
    }),
    providerAccounts: t.prismaField({
      type: [ProviderAccountNode],
      description: 'Its accounts at payment providers.',
      resolve: (query, { id }, _args, { db }) =>
        db.providerAccount.findMany({
          ...query,
          where: { organizationId: id },
          orderBy: { createdAt: 'asc' },
        }),
    }),
    readers: t.prismaField({
      type: [ReaderNode],
      description: 'The card readers in use, the oldest first.',
      authScopes: { permission: 'reader:read' },
      resolve: (query, { id }, _args, { db }) =>
        db.reader.findMany({
          ...query,
          where: { organizationId: id, removedAt: null },
          orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        }),
    }),
  }),
});
