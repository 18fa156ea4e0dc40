import { type CodeAddress, maskedAddress } from '@zahlwerk/domain/customers/one-time-code';
import type { PaymentCase, StoredMethod } from '@zahlwerk/domain/workflow/payment-case';
import { type OpenLink, openLink } from '../auth/open-link.ts';
import { builder } from '../graphql/builder.ts';
import type { ApiContext } from '../graphql/context.ts';
import { type ErrorPath, LinkInvalid } from '../graphql/errors.ts';
import { LanguageEnum } from '../graphql/language.type.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { MessageChannelEnum } from '../workflow/types/case-parts.type.ts';
import { PaymentMethodTypeEnum } from '../workflow/types/enums.ts';
import { codeAddress } from './method-code.ts';

/** Opens a link for storing a method, with the case that it belongs to. */
export const openMethodLink = async (
  ctx: ApiContext,
  token: string,
  path?: ErrorPath,
): Promise<{ readonly link: OpenLink; readonly state: PaymentCase }> => {
  const link = await openLink(ctx, token, 'METHOD', path);
  const { organizationId, caseId } = link;
  const state = caseId ? (await loadCases(ctx.db, organizationId, [caseId])).get(caseId) : undefined;
  if (!state) throw new LinkInvalid(path);
  return { link, state };
};

export const CodeAddressType = builder.objectRef<CodeAddress>('CodeAddress').implement({
  description: 'Where a one-time code goes.',
  fields: (t) => ({
    channel: t.expose('channel', { type: MessageChannelEnum, description: 'By mail or by SMS.' }),
    masked: t.string({
      description: 'The registered address, as much of it as its owner needs to know it by.',
      resolve: maskedAddress,
    }),
  }),
});

const KnownMethodType = builder.objectRef<StoredMethod>('KnownMethod').implement({
  description: 'A stored means of payment, as its owner knows it.',
  fields: (t) => ({
    type: t.expose('type', { type: PaymentMethodTypeEnum, description: 'Card or debit.' }),
    last4: t.exposeString('last4', { nullable: true, description: 'Last four digits.' }),
    expiresOn: t.expose('expiresOn', {
      type: 'Date',
      nullable: true,
      description: 'Last day on which it may be charged.',
    }),
  }),
});

interface MethodPage {
  readonly state: PaymentCase;
  readonly codeTo: CodeAddress | null;
}

const MethodPageType = builder.objectRef<MethodPage>('MethodPage').implement({
  description: 'What a customer sees who is asked to renew the stored method.',
  fields: (t) => ({
    payee: t.string({
      description: 'Who asks.',
      resolve: ({ state }) => state.organization.seller.name,
    }),
    reference: t.string({ description: 'The payment reference.', resolve: ({ state }) => state.number }),
    language: t.field({
      type: LanguageEnum,
      description: "The customer's language.",
      resolve: ({ state }) => state.customer.data.language,
    }),
    current: t.field({
      type: KnownMethodType,
      nullable: true,
      description: 'The method on file.',
      resolve: ({ state }) => state.methods.find(({ isDefault }) => isDefault) ?? null,
    }),
    codeTo: t.expose('codeTo', {
      type: CodeAddressType,
      nullable: true,
      description: 'Where the code for the change is sent; null where it cannot be sent.',
    }),
  }),
});

builder.queryField('methodPage', (t) =>
  t.withAuth({ public: true }).field({
    type: MethodPageType,
    nullable: true,
    description: 'What a customer with this one-time link sees.',
    errors: { types: [LinkInvalid] },
    args: { token: t.arg.string({ description: 'The token of the link.' }) },
    resolve: async (_root, { token }, ctx) => {
      const { state } = await openMethodLink(ctx, token);
      return { state, codeTo: codeAddress(ctx.ports, state) };
    },
  }),
);
