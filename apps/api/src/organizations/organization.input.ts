import type { InputFieldBuilder } from '@pothos/core';
import { type ApiSchemaTypes, builder } from '../graphql/builder.ts';
import { LanguageEnum } from '../graphql/language.type.ts';
import { SkontoInput } from '../invoices/skonto.type.ts';
import { ChartOfAccountsEnum } from '../ledger/chart.type.ts';
import { PayoutModeEnum, TransfersToEnum } from './organization.type.ts';

type Fields = InputFieldBuilder<ApiSchemaTypes, 'InputObject'>;

/** What a business may say about itself; left out means the default, or unchanged. */
const optional = (t: Fields) => ({
  legalName: t.string({ required: false, description: 'The name on invoices; the name, if left out.' }),
  country: t.string({ required: false, description: 'ISO 3166-1 alpha-2; DE if left out.' }),
  email: t.string({ required: false, description: 'Mail address for customers.' }),
  phone: t.string({ required: false, description: 'Phone number for customers.' }),
  website: t.string({ required: false, description: 'Web address.' }),
  taxNumber: t.string({ required: false, description: 'Tax number; it or the VAT id stands on invoices.' }),
  vatId: t.string({ required: false, description: 'VAT id.' }),
  registerEntry: t.string({ required: false, description: 'Court and register number.' }),
  representedBy: t.string({ required: false, description: 'Who represents the business.' }),
  smallBusiness: t.boolean({ required: false, description: 'Section 19 UStG: no VAT is ever shown.' }),
  accountHolder: t.string({ required: false, description: 'Holder of the bank account.' }),
  iban: t.string({ required: false, description: 'Bank account to which transfers go.' }),
  bic: t.string({ required: false, description: 'BIC of the bank.' }),
  bankName: t.string({ required: false, description: 'Name of the bank.' }),
  currency: t.field({
    type: 'CurrencyCode',
    required: false,
    description: 'Currency of a new case; EUR if left out.',
  }),
  timeZone: t.string({
    required: false,
    description: 'Time zone of calendar days; Europe/Berlin if left out.',
  }),
  locale: t.field({ type: LanguageEnum, required: false, description: 'Language of the house.' }),
  accountsEmail: t.string({ required: false, description: 'Where the accounts department is notified.' }),
});

export const CreateOrganizationInput = builder.inputType('CreateOrganizationInput', {
  description: 'A new business. Only name and address are needed; the rest can follow.',
  fields: (t) => ({
    name: t.string({ description: 'The name people know it by.' }),
    street: t.string({ description: 'Street and number.' }),
    postalCode: t.string({ description: 'Postal code.' }),
    city: t.string({ description: 'City.' }),
    ...optional(t),
    chartOfAccounts: t.field({
      type: ChartOfAccountsEnum,
      required: false,
      description: 'By which chart its accounts are numbered; SKR03 if left out.',
    }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

export const UpdateOrganizationInput = builder.inputType('UpdateOrganizationInput', {
  description: 'What changes. A field left out stays, null empties it.',
  fields: (t) => ({
    name: t.string({ required: false, description: 'The name people know it by.' }),
    street: t.string({ required: false, description: 'Street and number.' }),
    postalCode: t.string({ required: false, description: 'Postal code.' }),
    city: t.string({ required: false, description: 'City.' }),
    ...optional(t),
    singleControl: t.boolean({
      required: false,
      description: 'The only person who may close closes everything.',
    }),
    transfersTo: t.field({
      type: TransfersToEnum,
      required: false,
      description: 'Where the customers of new cases transfer to; PROVIDER needs a connected account.',
    }),
    skonto: t.field({
      type: SkontoInput,
      required: false,
      description: 'Skonto of new cases where nobody says otherwise; null for none.',
    }),
    payoutMode: t.field({ type: PayoutModeEnum, required: false, description: 'How released money leaves.' }),
    expectedVersion: t.int({ description: 'The version the caller has seen.' }),
  }),
});
