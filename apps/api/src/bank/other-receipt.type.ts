import type { OtherReceipt } from '@zahlwerk/db/generated/client';
import {
  needsSecondPerson,
  RECEIPT_ACCOUNTS,
  type ReceiptAccount,
  refuseToDecide,
} from '@zahlwerk/domain/bank/other-receipt';
import type { JournalLine } from '@zahlwerk/domain/ledger/journal';
import { postOtherReceipt } from '@zahlwerk/domain/ledger/post-other-receipt';
import type { Currency } from '@zahlwerk/domain/money/currency';
import { type Money, money } from '@zahlwerk/domain/money/money';
import { type Refusal, refusalText } from '@zahlwerk/domain/workflow/refusal';
import { ActorType } from '../graphql/actor.type.ts';
import { builder } from '../graphql/builder.ts';
import type { ApiContext } from '../graphql/context.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import { PostingLine } from '../workflow/types/amounts.type.ts';
import { loadBankDesk } from './other-receipt-desk.ts';

export const ReceiptAccountEnum = builder.enumType('ReceiptAccount', {
  description: 'Where money goes that is no customer’s payment.',
  values: {
    TAX_REFUND: { description: 'VAT that the tax office has given back.' },
    TRANSIT: { description: 'From another account of the business.' },
    INTEREST_INCOME: { description: 'Interest of a bank.' },
    FEES: { description: 'Fees that a bank or a provider has given back.' },
    OTHER_INCOME: { description: 'Whatever else has no VAT in it.' },
  } as const satisfies Record<ReceiptAccount, { description: string }>,
});

const OtherReceiptStateEnum = builder.enumType('OtherReceiptState', {
  description: 'What has become of it.',
  values: {
    ASKED: { description: 'Waits for a second person; nothing is posted.' },
    BOOKED: { description: 'Posted to its account.' },
    REFUSED: { description: 'The second person has said no; the money lies in the pool.' },
    REVERSED: { description: 'Undone by its counter-entry; the money lies in the pool again.' },
  } as const,
});

const decisionObstacle = async (receipt: OtherReceipt, ctx: ApiContext): Promise<Refusal | null> => {
  const { actor, db, organizationId } = ctx;
  return receipt.state === 'ASKED' && actor
    ? refuseToDecide(await loadBankDesk(db, organizationId ?? ''), actor, receipt)
    : null;
};

const DecisionObstacle = builder.objectRef<Refusal>('DecisionObstacle').implement({
  description: 'Why the caller cannot be the second person, and who could.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code of the reason.' }),
    reason: t.string({
      description: "One sentence in the caller's language.",
      resolve: (refusal, _args, { language }) => refusalText(refusal, language),
    }),
    unblockedBy: t.string({
      nullable: true,
      description: 'Names of members who could.',
      resolve: ({ unblockedBy }) => unblockedBy ?? null,
    }),
  }),
});

export const OtherReceiptNode = builder.prismaNode('OtherReceipt', {
  description: 'What of a credit is no customer’s payment, and on which account it is posted instead.',
  id: { resolve: ({ id }) => id },
  findUnique: (id, { organizationId }) => ({
    organizationId_id: { organizationId: organizationId ?? '', id },
  }),
  authScopes: { permission: 'bank:read' },
  fields: (t) => ({
    transaction: t.relation('transaction', { description: 'The credit.' }),
    account: t.relation('ledgerAccount', { description: 'The account that it is posted to.' }),
    amount: t.field({
      type: MoneyType,
      description: 'How much of it.',
      resolve: ({ amountMinor, currency }) => money(amountMinor, currencyOf(currency)),
    }),
    reason: t.exposeString('reason', { description: 'Why, as was said.' }),
    state: t.expose('state', { type: OtherReceiptStateEnum, description: 'What has become of it.' }),
    askedBy: t.field({
      type: ActorType,
      description: 'Who has booked it, or asked for it.',
      resolve: ({ askedById: id }) => ({ kind: 'MEMBER' as const, id }),
    }),
    askedAt: t.expose('askedAt', { type: 'DateTime', description: 'When.' }),
    decidedBy: t.field({
      type: ActorType,
      nullable: true,
      description: 'The second person; null where nobody had to be asked, or has decided yet.',
      resolve: ({ decidedById: id }) => (id ? { kind: 'MEMBER' as const, id } : null),
    }),
    decisionReason: t.exposeString('decisionReason', {
      nullable: true,
      description: 'What the second person has said.',
    }),
    reversalReason: t.exposeString('reversalReason', {
      nullable: true,
      description: 'Why it was taken back.',
    }),
    decisionObstacle: t.field({
      type: DecisionObstacle,
      nullable: true,
      description: 'Why the caller cannot decide about it; null where nothing is asked, or the caller can.',
      resolve: (receipt, _args, ctx) => decisionObstacle(receipt, ctx),
    }),
  }),
});

interface Offer {
  readonly account: ReceiptAccount;
  readonly lines: readonly (JournalLine & { readonly currency: Currency })[];
  readonly needsSecondPerson: boolean;
}

export const ReceiptOfferType = builder.objectRef<Offer>('ReceiptOffer').implement({
  description: 'An account that a credit can be booked to, with the posting before anybody clicks.',
  fields: (t) => ({
    account: t.expose('account', { type: ReceiptAccountEnum, description: 'Which account.' }),
    lines: t.expose('lines', { type: [PostingLine], description: 'What booking all of the rest posts.' }),
    needsSecondPerson: t.exposeBoolean('needsSecondPerson', {
      description: 'Whether a lead has to agree first: above what the workflow in force lets one person do.',
    }),
  }),
});

/** The accounts that the rest of a credit can be booked to by whoever looks; none where nothing is left. */
export const receiptOffers = async (ctx: ApiContext, rest: Money): Promise<readonly Offer[]> => {
  const { actor, db, organizationId } = ctx;
  if (rest.minor === 0n || !actor) return [];
  const desk = await loadBankDesk(db, organizationId ?? '');
  return RECEIPT_ACCOUNTS.map((account) => ({
    account,
    lines: postOtherReceipt('', account, rest, '').lines.map((line) => ({
      ...line,
      currency: rest.currency,
    })),
    needsSecondPerson: needsSecondPerson(desk, actor, rest.minor),
  }));
};
