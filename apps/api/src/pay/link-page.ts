import { linkState, type PaymentLink } from '@zahlwerk/domain/payment-links/payment-link';
import { builder } from '../graphql/builder.ts';
import { LinkInvalid } from '../graphql/errors.ts';
import { LanguageEnum } from '../graphql/language.type.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { LinkStateEnum } from '../payment-links/payment-link.type.ts';
import { type OpenPaymentLink, openPaymentLink } from './open-payment-link.ts';

const limitOf = ({ amount }: PaymentLink, limit: 'minimum' | 'maximum') =>
  amount.kind === 'FREE' ? amount[limit] : null;

const LinkPageType = builder.objectRef<OpenPaymentLink>('LinkPage').implement({
  description: 'What anybody sees who opens a public payment link. It names no customer and no case.',
  fields: (t) => ({
    payee: t.string({ description: 'Who is to be paid.', resolve: ({ seller }) => seller.name }),
    payeeEmail: t.string({
      nullable: true,
      description: 'Whom to ask.',
      resolve: ({ seller }) => seller.email,
    }),
    state: t.field({
      type: LinkStateEnum,
      description: 'Whether it can be used today.',
      resolve: ({ link, today }) => linkState(link, today),
    }),
    title: t.string({
      description: 'What for.',
      args: { language: t.arg({ type: LanguageEnum, description: 'In which language.' }) },
      resolve: ({ link }, { language }) => link.title[language],
    }),
    description: t.string({
      nullable: true,
      description: 'More about it.',
      args: { language: t.arg({ type: LanguageEnum, description: 'In which language.' }) },
      resolve: ({ link }, { language }) => link.description[language],
    }),
    amount: t.field({
      type: MoneyType,
      nullable: true,
      description: 'The fixed amount; null where the customer chooses.',
      resolve: ({ link }) => (link.amount.kind === 'FIXED' ? link.amount.amount : null),
    }),
    minimum: t.field({
      type: MoneyType,
      nullable: true,
      description: 'The least to choose.',
      resolve: ({ link }) => limitOf(link, 'minimum'),
    }),
    maximum: t.field({
      type: MoneyType,
      nullable: true,
      description: 'The most to choose.',
      resolve: ({ link }) => limitOf(link, 'maximum'),
    }),
    required: t.stringList({
      description: 'What the business has to know about the customer.',
      resolve: ({ required }) => [...required],
    }),
    country: t.string({
      description: 'The country of the business, which most of its customers share.',
      resolve: ({ seller }) => seller.country,
    }),
  }),
});

builder.queryField('linkPage', (t) =>
  t.withAuth({ public: true }).field({
    type: LinkPageType,
    nullable: true,
    description: 'What a customer sees behind a public payment link; null for a link that nobody has made.',
    args: { token: t.arg.string({ description: 'The token of the link.' }) },
    resolve: async (_root, { token }, ctx) => {
      try {
        return await openPaymentLink(ctx, token);
      } catch (error) {
        if (error instanceof LinkInvalid) return null;
        throw error;
      }
    },
  }),
);
