import { authorizedAttempt, offeredCapture, runningCapture } from '@zahlwerk/domain/payments/authorization';
import type { Attempt, PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import { builder } from '../graphql/builder.ts';
import { encodeId } from '../graphql/ids.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { caseOf } from '../workflow/types/case-loader.ts';
import { ResolutionEnum } from '../workflow/types/enums.ts';

interface Authorization {
  readonly state: PaymentCase;
  readonly attempt: Attempt;
}

const CaptureOfferType = builder
  .objectRef<NonNullable<ReturnType<typeof offeredCapture>>>('CaptureOffer')
  .implement({
    description: 'What `confirmAmount` would capture now, with its effect before anybody clicks.',
    fields: (t) => ({
      resolution: t.field({
        type: ResolutionEnum,
        description: 'For confirmAmount. OVER: more is reserved than is open; the surplus is given back.',
        resolve: ({ resolution }) => resolution,
      }),
      amount: t.field({ type: MoneyType, description: 'Is collected.', resolve: ({ amount }) => amount }),
      released: t.field({
        type: MoneyType,
        description: 'Is given back to the card.',
        resolve: ({ released }) => released,
      }),
    }),
  });

const AuthorizationType = builder.objectRef<Authorization>('Authorization').implement({
  description: 'An amount that is reserved on a card and has not been collected.',
  fields: (t) => ({
    attemptId: t.id({
      description: 'The attempt that has reserved it.',
      resolve: ({ attempt }) => encodeId('PaymentAttempt', attempt.id),
    }),
    amount: t.field({
      type: MoneyType,
      description: 'How much is reserved.',
      resolve: ({ attempt }) => attempt.amount,
    }),
    payer: t.string({
      nullable: true,
      description: 'Whose card it is, as the provider names the holder.',
      resolve: ({ attempt }) => attempt.payer,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until when it can be captured; what is not captured by then is lost.',
      resolve: ({ attempt }) => attempt.authorizedUntil,
    }),
    capturing: t.boolean({
      description: 'Whether a capture is under way.',
      resolve: ({ state }) => runningCapture(state) !== undefined,
    }),
    offer: t.field({
      type: CaptureOfferType,
      nullable: true,
      description: 'What can be captured now; null while a capture is under way or other money waits.',
      resolve: ({ state }) => offeredCapture(state),
    }),
  }),
});

builder.prismaObjectField('PaymentCase', 'authorization', (t) =>
  t.field({
    type: AuthorizationType,
    nullable: true,
    authScopes: { permission: 'payment:read' },
    description: 'What is reserved and has not been collected; null where nothing is.',
    resolve: async ({ id }, _args, ctx) => {
      const state = await caseOf(ctx, id);
      const attempt = authorizedAttempt(state);
      return attempt ? { state, attempt } : null;
    },
  }),
);
