import { giroCodeSvg } from '@zahlwerk/documents/qr';
import { refusalText } from '@zahlwerk/domain/workflow/refusal';
import { CustomerKindEnum } from '../customers/customer-data.input.ts';
import { builder } from '../graphql/builder.ts';
import { LanguageEnum } from '../graphql/language.type.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { documentUrl } from '../invoices/invoice.type.ts';
import { SkontoOfferType } from '../invoices/skonto.type.ts';
import { CaseStateEnum, PaymentMethodTypeEnum } from '../workflow/types/enums.ts';
import { MoneyTrackType } from '../workflow/types/money-track.type.ts';
import type { BankTransfer, LackingData, PayPage } from './pay-page.ts';

const PayPageLineType = builder.objectRef<PayPage['lines'][number]>('PayPageLine').implement({
  description: 'What the customer pays for.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What was supplied.' }),
    quantity: t.exposeString('quantity', { description: 'How much of it.' }),
  }),
});

const BankTransferType = builder.objectRef<BankTransfer>('BankTransferDetails').implement({
  description: 'Where to transfer the open amount.',
  fields: (t) => ({
    holder: t.exposeString('holder', { description: 'Account holder, exactly as the bank knows it.' }),
    iban: t.exposeString('iban', { description: 'IBAN without spaces.' }),
    bic: t.exposeString('bic', { nullable: true, description: 'BIC.' }),
    reference: t.exposeString('reference', {
      description: "What to write beside it: the case number, or the provider's own words.",
    }),
    skonto: t.expose('skonto', {
      type: SkontoOfferType,
      nullable: true,
      description: 'What may be kept by transferring early; null without, and when its last day is over.',
    }),
    giroCode: t.exposeString('giroCode', {
      nullable: true,
      description: 'Content of the GiroCode (EPC069-12).',
    }),
    giroCodeSvg: t.string({
      nullable: true,
      description: 'The GiroCode as an SVG image.',
      resolve: ({ giroCode }) => (giroCode ? giroCodeSvg(giroCode) : null),
    }),
  }),
});

const LackingDataType = builder.objectRef<LackingData>('LackingData').implement({
  description: 'What the business still has to know about the customer; it says nothing of what is known.',
  fields: (t) => ({
    kind: t.expose('kind', { type: CustomerKindEnum, description: 'Whether of a person or of a company.' }),
    fields: t.stringList({
      description: 'The fields that are lacking.',
      resolve: ({ fields }) => [...fields],
    }),
    country: t.exposeString('country', { description: 'The country to suggest.' }),
  }),
});

const PayPageRefusalType = builder
  .objectRef<{ code: string; language: 'de' | 'en' }>('PayPageRefusal')
  .implement({
    description: 'Why nothing can be paid right now.',
    fields: (t) => ({
      code: t.exposeString('code', { description: 'Stable code.' }),
      message: t.string({
        description: "One sentence in the customer's language.",
        resolve: ({ code, language }) => refusalText({ code: code as 'NOTHING_OPEN' }, language),
      }),
    }),
  });

export const PayPageType = builder.objectRef<PayPage>('PayPage').implement({
  description:
    'What a customer with a pay link sees. A surface of its own: it names no member and no internal step.',
  fields: (t) => ({
    language: t.expose('language', { type: LanguageEnum, description: "The customer's language." }),
    state: t.expose('state', { type: CaseStateEnum, description: 'Whether it can still be paid.' }),
    payee: t.exposeString('payee', { description: 'Who is to be paid.' }),
    payeeEmail: t.exposeString('payeeEmail', { nullable: true, description: 'Whom to ask.' }),
    reference: t.exposeString('reference', { description: 'The payment reference.' }),
    orderReference: t.exposeString('orderReference', {
      nullable: true,
      description: "The customer's order number.",
    }),
    purpose: t.exposeString('purpose', {
      nullable: true,
      description: 'What it is for, where no lines say it.',
    }),
    amountDue: t.expose('amountDue', { type: MoneyType, description: 'What was claimed.' }),
    amountOpen: t.expose('amountOpen', { type: MoneyType, description: 'What can still be paid.' }),
    amountReserved: t.expose('amountReserved', {
      type: MoneyType,
      nullable: true,
      description: 'What is reserved on the card and has not been collected; null where nothing is.',
    }),
    amountReceived: t.expose('amountReceived', {
      type: MoneyType,
      description: 'What has arrived, parts of a transfer that the provider keeps for the customer included.',
    }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Day on which it is due.' }),
    lines: t.field({
      type: [PayPageLineType],
      description: 'What it is for.',
      resolve: ({ lines }) => lines,
    }),
    moneyTrack: t.expose('moneyTrack', {
      type: MoneyTrackType,
      description: 'What has happened to the money, live.',
    }),
    debitAt: t.expose('debitAt', {
      type: 'DateTime',
      nullable: true,
      description: "When the customer's account is debited by itself; null when it is not.",
    }),
    methods: t.field({
      type: [PaymentMethodTypeEnum],
      description: 'How it can be paid, preferred first.',
      resolve: ({ methods }) => methods,
    }),
    refusal: t.field({
      type: PayPageRefusalType,
      nullable: true,
      description: 'Why nothing can be paid right now; null when it can.',
      resolve: ({ refusal, language }) => (refusal ? { code: refusal.code, language } : null),
    }),
    bankTransfer: t.expose('bankTransfer', {
      type: BankTransferType,
      nullable: true,
      description:
        'Null when no transfer is offered, nothing is open, or the account is still to be asked for with `startPayment`.',
    }),
    lacking: t.expose('lacking', {
      type: LackingDataType,
      nullable: true,
      description: 'What is still to be filled in, before or after paying; null when nothing is.',
    }),
    receiptUrl: t.string({
      nullable: true,
      description: 'Path of the newest receipt; null while there is none.',
      resolve: async ({ organizationId, caseId, token }, _args, { db }) => {
        const receipt = await db.receipt.findFirst({
          where: { organizationId, caseId, documentId: { not: null } },
          orderBy: { issuedAt: 'desc' },
        });
        const path = documentUrl(receipt?.documentId ?? null);
        return path ? `${path}?link=${token}` : null;
      },
    }),
  }),
});
