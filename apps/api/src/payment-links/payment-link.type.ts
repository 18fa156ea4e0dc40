import { businessTime } from '@zahlwerk/db/now';
import { qrCodeSvg } from '@zahlwerk/documents/qr';
import { type LinkState, linkState } from '@zahlwerk/domain/payment-links/payment-link';
import { builder } from '../graphql/builder.ts';
import type { ApiContext } from '../graphql/context.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { TaxCaseEnum } from '../invoices/invoice-line.input.ts';
import { PaymentCaseConnection } from '../workflow/types/payment-case-lists.type.ts';
import { toPaymentLink } from './to-payment-link.ts';

export const LinkStateEnum = builder.enumType('PaymentLinkState', {
  description: 'Whether customers can use it: switched on, switched off, or past its last day.',
  values: {
    ACTIVE: { description: 'Customers can start cases over it.' },
    OFF: { description: 'Switched off for now.' },
    EXPIRED: { description: 'Its last day is over.' },
  } as const satisfies Record<LinkState, { description: string }>,
});

const days = new WeakMap<ApiContext, Promise<string>>();

/** The business's calendar day, asked for once per operation. */
const todayIn = (context: ApiContext, organizationId: string): Promise<string> => {
  const known = days.get(context);
  if (known) return known;
  const today = businessTime(context.db, organizationId).then((time) => time.today);
  days.set(context, today);
  return today;
};

const addressOf = ({ ports }: ApiContext, id: string): string =>
  `${ports.publicUrl}/link/${ports.links.tokenOf(id)}`;

export const PaymentLinkNode = builder.prismaNode('PaymentLink', {
  description: 'A public address under which customers start cases themselves, without signing in.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'link:read' },
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'For `expectedVersion`.' }),
    titleDe: t.exposeString('titleDe', { description: 'What for, in German.' }),
    titleEn: t.exposeString('titleEn', { description: 'What for, in English.' }),
    descriptionDe: t.exposeString('descriptionDe', { nullable: true, description: 'More, in German.' }),
    descriptionEn: t.exposeString('descriptionEn', { nullable: true, description: 'More, in English.' }),
    amount: t.field({
      type: MoneyType,
      nullable: true,
      description: 'The fixed amount; null where the customer chooses.',
      resolve: (row) => {
        const { amount } = toPaymentLink(row);
        return amount.kind === 'FIXED' ? amount.amount : null;
      },
    }),
    minimum: t.field({
      type: MoneyType,
      nullable: true,
      description: 'The least that the customer may choose; null for a fixed amount.',
      resolve: (row) => {
        const { amount } = toPaymentLink(row);
        return amount.kind === 'FREE' ? amount.minimum : null;
      },
    }),
    maximum: t.field({
      type: MoneyType,
      nullable: true,
      description: 'The most that the customer may choose; null for a fixed amount.',
      resolve: (row) => {
        const { amount } = toPaymentLink(row);
        return amount.kind === 'FREE' ? amount.maximum : null;
      },
    }),
    taxCase: t.expose('taxCase', {
      type: TaxCaseEnum,
      nullable: true,
      description: 'The VAT in a fixed amount; null where a statement is issued instead of an invoice.',
    }),
    expiresOn: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day on which it can be used; null without an end.',
      resolve: (row) => toPaymentLink(row).expiresOn,
    }),
    enabled: t.exposeBoolean('enabled', { description: 'Whether it is switched on.' }),
    state: t.field({
      type: LinkStateEnum,
      description: 'Whether customers can use it today.',
      resolve: async (row, _args, context) =>
        linkState(toPaymentLink(row), await todayIn(context, row.organizationId)),
    }),
    url: t.string({
      description: 'The public address.',
      resolve: ({ id }, _args, context) => addressOf(context, id),
    }),
    qrCodeSvg: t.string({
      description: 'The address as a QR code, an SVG image.',
      resolve: ({ id }, _args, context) => qrCodeSvg(addressOf(context, id)),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'Since when there is the link.' }),
    caseCount: t.relationCount('cases', { description: 'How many cases were started over it.' }),
    cases: t.relatedConnection(
      'cases',
      {
        cursor: 'organizationId_id',
        description: 'The cases that were started over it, newest first.',
        totalCount: true,
        query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
      },
      PaymentCaseConnection,
    ),
  }),
});
