import { businessTime } from '@zahlwerk/db/now';
import { money } from '@zahlwerk/domain/money/money';
import { refuseProposal } from '@zahlwerk/domain/payouts/payout-rules';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { type Obstacle, ObstacleType } from '../graphql/obstacle.type.ts';
import { currencyOf } from '../workflow/load/columns.ts';
import {
  collectLater,
  collectReleased,
  loadPayoutDesk,
  type ReleasedItem,
  type ReleasedMoney,
} from './released-money.ts';

const releasedType = (name: string, description: string) =>
  builder.objectRef<ReleasedItem>(name).implement({
    description,
    fields: (t) => ({
      gross: t.field({
        type: MoneyType,
        description: 'Before the fee.',
        resolve: (row) => money(row.grossMinor, currencyOf(row.currency)),
      }),
      fee: t.field({
        type: MoneyType,
        description: 'What the provider has kept.',
        resolve: (row) => money(row.feeMinor, currencyOf(row.currency)),
      }),
      net: t.field({
        type: MoneyType,
        description: 'What it adds to the payout.',
        resolve: (row) => money(row.netMinor, currencyOf(row.currency)),
      }),
      case: t.prismaField({
        type: 'PaymentCase',
        nullable: true,
        description: 'The case whose money it is.',
        resolve: (query, { caseId }, _args, { db, organizationId }) =>
          caseId
            ? db.paymentCase.findUnique({
                ...query,
                where: { organizationId_id: { organizationId: organizationId ?? '', id: caseId } },
              })
            : null,
      }),
    }),
  });

const ReleasedPaymentType = releasedType(
  'ReleasedPayment',
  'Money of a closed case that waits for its payout.',
);

const ReleasedRefundType = releasedType(
  'ReleasedRefund',
  'Money that has gone back to a customer and that no payout has been lowered by yet; below zero, unless the refund has failed after that.',
);

const ReleasedDisputeType = releasedType(
  'ReleasedDispute',
  'Money that a bank has taken back, with the fee for it, and that no payout has been lowered by yet; below zero, unless the dispute was won after that.',
);

interface PayoutProposal {
  readonly currency: string;
  readonly released: ReleasedMoney | null;
  readonly later: { readonly netMinor: bigint; readonly from: Date | null };
  readonly obstacle: Obstacle | null;
}

const itemsOf = (released: ReleasedMoney | null, wanted: ReleasedItem['kind']): ReleasedItem[] =>
  (released?.items ?? []).filter(({ kind }) => kind === wanted);

const PayoutProposalType = builder.objectRef<PayoutProposal>('PayoutProposal').implement({
  description: 'What proposePayout would collect at this moment.',
  fields: (t) => ({
    gross: t.field({
      type: MoneyType,
      description: 'Before fees.',
      resolve: ({ released, currency }) => money(released?.grossMinor ?? 0n, currencyOf(currency)),
    }),
    fee: t.field({
      type: MoneyType,
      description: 'The fees.',
      resolve: ({ released, currency }) => money(released?.feeMinor ?? 0n, currencyOf(currency)),
    }),
    net: t.field({
      type: MoneyType,
      description: 'What would be paid out.',
      resolve: ({ released, currency }) => money(released?.netMinor ?? 0n, currencyOf(currency)),
    }),
    later: t.field({
      type: MoneyType,
      description: 'Released as well, but not available at the provider yet; fees are taken off.',
      resolve: ({ later, currency }) => money(later.netMinor, currencyOf(currency)),
    }),
    laterFrom: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day on which some of that becomes available.',
      resolve: ({ later }) => later.from,
    }),
    payments: t.field({
      type: [ReleasedPaymentType],
      description: 'What it would consist of, oldest first.',
      resolve: ({ released }) => itemsOf(released, 'PAYMENT'),
    }),
    refunds: t.field({
      type: [ReleasedRefundType],
      description: 'What it would be lowered by, oldest first.',
      resolve: ({ released }) => itemsOf(released, 'REFUND'),
    }),
    disputes: t.field({
      type: [ReleasedDisputeType],
      description: 'What it would be lowered by because banks have taken it back, oldest first.',
      resolve: ({ released }) => itemsOf(released, 'DISPUTE'),
    }),
    obstacle: t.field({
      type: ObstacleType,
      nullable: true,
      description: 'Why the caller cannot propose it, and who can; null when the caller can.',
      resolve: ({ obstacle }) => obstacle,
    }),
  }),
});

builder.queryField('payoutProposal', (t) =>
  t.withAuth({ permission: 'payout:read' }).field({
    type: PayoutProposalType,
    description:
      'Released money that no payout carries yet, and whether the caller may collect it in a proposal.',
    resolve: async (_root, _args, { db, organizationId, actor }) => {
      const { today } = await businessTime(db, organizationId);
      const released = await collectReleased(db, organizationId, today);
      const { currency } = await db.organization.findUniqueOrThrow({
        where: { id: organizationId },
        select: { currency: true },
      });
      const desk = await loadPayoutDesk(db, organizationId);
      return {
        currency: released?.currency ?? currency,
        released,
        later: await collectLater(db, organizationId, today),
        obstacle: refuseProposal(desk, released !== null, actor.id),
      };
    },
  }),
);
