import type { JournalLine } from '@zahlwerk/domain/ledger/journal';
import type { Currency } from '@zahlwerk/domain/money/currency';
import { money } from '@zahlwerk/domain/money/money';
import { amountAvailable } from '@zahlwerk/domain/workflow/balance';
import type { OfferedResolution } from '@zahlwerk/domain/workflow/offered-resolutions';
import type { CasePayment } from '@zahlwerk/domain/workflow/payment-case';
import type { RecordingPreview } from '@zahlwerk/domain/workflow/steps/record-payment';
import { builder } from '../../graphql/builder.ts';
import { encodeId } from '../../graphql/ids.ts';
import { MoneyType } from '../../graphql/money.type.ts';
import { ResolutionEnum } from './enums.ts';

export type ResolutionOffer = OfferedResolution & {
  readonly currency: Currency;
  readonly lines: readonly JournalLine[];
};

export const PostingLine = builder
  .objectRef<JournalLine & { readonly currency: Currency }>('PostingLine')
  .implement({
    description: 'A line of the journal as it will be written.',
    fields: (t) => ({
      account: t.prismaField({
        type: 'LedgerAccount',
        description: 'Which account.',
        resolve: (query, { account }, _args, { db, organizationId }) =>
          db.ledgerAccount.findUniqueOrThrow({
            ...query,
            where: { organizationId_key: { organizationId: organizationId ?? '', key: account } },
          }),
      }),
      amount: t.field({
        type: MoneyType,
        description: 'Positive is debit, negative is credit.',
        resolve: ({ minor, currency }) => money(minor, currency),
      }),
    }),
  });

export const OfferedResolutionType = builder.objectRef<ResolutionOffer>('OfferedResolution').implement({
  description: 'A resolution that fits the amounts, with its effect on the ledger before anybody clicks.',
  fields: (t) => ({
    resolution: t.expose('resolution', { type: ResolutionEnum, description: 'Which one.' }),
    allocate: t.field({
      type: MoneyType,
      description: 'Goes to the claim.',
      resolve: (offer) => money(offer.allocate, offer.currency),
    }),
    writeOff: t.field({
      type: MoneyType,
      description: 'Is given up of the claim, as the resolution says: written off, Skonto, a fee, rounding.',
      resolve: (offer) => money(offer.writeOff, offer.currency),
    }),
    credit: t.field({
      type: MoneyType,
      description: "Stays the customer's credit.",
      resolve: (offer) => money(offer.credit, offer.currency),
    }),
    lines: t.field({
      type: [PostingLine],
      description: 'What recording it will post; empty where nothing moves.',
      resolve: ({ lines, currency }) => lines.map((line) => ({ ...line, currency })),
    }),
    needsReason: t.exposeBoolean('needsReason', { description: 'Whether it has to be explained.' }),
    needsSecondPerson: t.exposeBoolean('needsSecondPerson', {
      description:
        "Whether a lead has to agree first: above what the workflow's version lets the desk give up alone.",
    }),
  }),
});

export interface ReceivedPayment {
  readonly payment: CasePayment;
  readonly offers: readonly ResolutionOffer[];
}

export const PaymentSourceEnum = builder.enumType('PaymentSource', {
  description: 'What proves the payment: the provider, the bank, or a member who vouches for it.',
  values: ['PROVIDER', 'BANK', 'MANUAL'] as const,
});

export const CasePaymentType = builder.objectRef<ReceivedPayment>('CasePayment').implement({
  description: 'Money that has arrived for a case.',
  fields: (t) => ({
    id: t.id({
      description: 'For confirmAmount.',
      resolve: ({ payment }) => encodeId('Payment', payment.id),
    }),
    source: t.field({
      type: PaymentSourceEnum,
      description: 'What proves it.',
      resolve: ({ payment }) => payment.source,
    }),
    amount: t.field({
      type: MoneyType,
      description: 'What arrived.',
      resolve: ({ payment }) => payment.amount,
    }),
    available: t.field({
      type: MoneyType,
      description: 'What of it has not been allocated to a claim.',
      resolve: ({ payment }) => amountAvailable(payment),
    }),
    valueOn: t.field({
      type: 'Date',
      description: 'Day on which it was credited.',
      resolve: ({ payment }) => payment.valueOn,
    }),
    bookedAt: t.field({
      type: 'DateTime',
      description: 'When it was booked here.',
      resolve: ({ payment }) => payment.bookedAt,
    }),
    reference: t.string({
      nullable: true,
      description: 'What stands beside it.',
      resolve: ({ payment }) => payment.reference,
    }),
    payer: t.string({
      nullable: true,
      description: 'Who paid, as the institution names them.',
      resolve: ({ payment }) => payment.payer,
    }),
    evidence: t.string({ description: 'The proof in short.', resolve: ({ payment }) => payment.evidence }),
    resolutions: t.field({
      type: [OfferedResolutionType],
      description: 'How it can be matched with the claim now; empty once it has been.',
      resolve: ({ offers }) => offers,
    }),
  }),
});

export const RecordingPreviewType = builder.objectRef<RecordingPreview>('RecordingPreview').implement({
  description: 'What recording the confirmed amount will post.',
  fields: (t) => ({
    allocate: t.field({
      type: MoneyType,
      description: 'From customer credit to the receivable.',
      resolve: ({ allocate }) => allocate,
    }),
    writeOff: t.field({
      type: MoneyType,
      description: 'From the receivable to write-offs.',
      resolve: ({ writeOff }) => writeOff,
    }),
    openAfter: t.field({
      type: MoneyType,
      description: 'What is still open afterwards.',
      resolve: ({ openAfter }) => openAfter,
    }),
  }),
});
