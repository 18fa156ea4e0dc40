import { methodInUse } from '@zahlwerk/domain/payments/charge-stored-method';
import { type PlannedCharge, plannedCharge } from '@zahlwerk/domain/payments/planned-charge';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { caseOf } from '../workflow/types/case-loader.ts';
import { PaymentCaseNode } from '../workflow/types/payment-case.type.ts';

const PlannedChargeType = builder.objectRef<PlannedCharge>('PlannedCharge').implement({
  description: 'A charge of a stored method that the provider has not been asked for yet.',
  fields: (t) => ({
    at: t.field({
      type: 'DateTime',
      description: 'When it is made.',
      resolve: ({ charge }) => charge.at,
    }),
    amount: t.expose('amount', { type: MoneyType, description: 'How much.' }),
    tryNumber: t.int({
      description: 'The how many-eth try it is; 1 is the first.',
      resolve: ({ charge }) => charge.tryNumber,
    }),
  }),
});

builder.prismaObjectFields(PaymentCaseNode, (t) => ({
  chargeableMethod: t.prismaField({
    type: 'PaymentMethod',
    nullable: true,
    authScopes: { permission: 'payment:read' },
    description: 'The stored method that `chargeStoredMethod` would charge; null where none is in use.',
    resolve: async (query, { organizationId, id }, _args, ctx) => {
      const method = methodInUse(await caseOf(ctx, id));
      if (!method) return null;
      const where = { organizationId_id: { organizationId, id: method.id } };
      return ctx.db.paymentMethod.findUnique({ ...query, where });
    },
  }),
  plannedCharge: t.field({
    type: PlannedChargeType,
    nullable: true,
    description: 'A charge that will be made by itself, and that `stopPlannedCharge` stops.',
    resolve: async ({ id }, _args, ctx) => plannedCharge(await caseOf(ctx, id)) ?? null,
  }),
}));
