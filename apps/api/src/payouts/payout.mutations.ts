import { builder } from '../graphql/builder.ts';
import type { TenantContext } from '../graphql/context.ts';
import { NotAllowed } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { proposePayout, releasePayout } from './write-payout.ts';

const payoutSuccess = (name: string) =>
  builder.objectRef<{ payoutId: string; replayed: boolean }>(name).implement({
    description: 'The payout was written.',
    fields: (t) => ({
      payout: t.prismaField({
        type: 'Payout',
        description: 'The payout as it stands now.',
        resolve: (query, { payoutId }, _args, ctx) =>
          ctx.db.payout.findUniqueOrThrow({
            ...query,
            where: { organizationId_id: { organizationId: ctx.organizationId ?? '', id: payoutId } },
          }),
      }),
      replayed: t.exposeBoolean('replayed', { description: 'True when the idempotency key had been used.' }),
    }),
  });

const callOf = (ctx: TenantContext, input: { readonly idempotencyKey: string }) => {
  const { actor, organizationId } = ctx;
  // Keys never release money; the permission is not given to them, and this says so to the compiler.
  if (actor.kind !== 'MEMBER') throw new NotAllowed('LEAD_REQUIRED');
  return { organizationId, actor, idempotency: keyed({ ...input }) };
};

const ProposePayoutInput = builder.inputType('ProposePayoutInput', {
  description: 'Nothing is to be chosen: all released money goes in.',
  fields: (t) => ({ idempotencyKey: t.string({ description: 'Unique per call, 8 to 255 characters.' }) }),
});

builder.mutationField('proposePayout', (t) =>
  t.withAuth({ permission: 'payout:release' }).field({
    type: payoutSuccess('ProposePayoutSuccess'),
    description: 'Collects the money of closed cases in a proposal. Only where payouts are manual.',
    errors: { types: [NotAllowed] },
    args: { input: t.arg({ type: ProposePayoutInput, description: 'The call.' }) },
    resolve: async (_root, { input }, ctx) => {
      const result = await proposePayout(workshopOf(ctx.ports), callOf(ctx, input));
      await ctx.reads.end();
      return result;
    },
  }),
);

const ReleasePayoutInput = builder.inputType('ReleasePayoutInput', {
  description: 'Which proposal.',
  fields: (t) => ({
    payoutId: t.id({ description: 'The proposal.' }),
    idempotencyKey: t.string({ description: 'Unique per call, 8 to 255 characters.' }),
  }),
});

builder.mutationField('releasePayout', (t) =>
  t.withAuth({ permission: 'payout:release' }).field({
    type: payoutSuccess('ReleasePayoutSuccess'),
    description: 'Releases a proposal. Refused to the member who proposed it.',
    errors: { types: [NotAllowed] },
    args: { input: t.arg({ type: ReleasePayoutInput, description: 'Which proposal.' }) },
    resolve: async (_root, { input }, ctx) => {
      const payoutId = decodeId('Payout', input.payoutId, ['input', 'payoutId']);
      const result = await releasePayout(workshopOf(ctx.ports), { ...callOf(ctx, input), payoutId });
      await ctx.reads.end();
      return result;
    },
  }),
);
