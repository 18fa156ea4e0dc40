import { methodInUse } from '@zahlwerk/domain/payments/charge-stored-method';
import { noticeDays } from '@zahlwerk/domain/payments/debit-notice';
import { type PlannedCharge, plannedCharge } from '@zahlwerk/domain/payments/planned-charge';
import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { builder } from '../graphql/builder.ts';
import { MoneyType } from '../graphql/money.type.ts';
import { todayOf } from '../graphql/today.ts';
import { caseOf } from '../workflow/types/case-loader.ts';
import { PaymentMethodTypeEnum } from '../workflow/types/enums.ts';
import { PaymentCaseNode } from '../workflow/types/payment-case.type.ts';

const PlannedChargeType = builder.objectRef<PlannedCharge>('PlannedCharge').implement({
  description: 'A charge of a stored method that the provider has not been asked for yet.',
  fields: (t) => ({
    at: t.field({
      type: 'DateTime',
      description: 'When it is made.',
      resolve: ({ charge }) => charge.at,
    }),
    methodType: t.expose('methodType', { type: PaymentMethodTypeEnum, description: 'Card or debit.' }),
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
  chargeableOn: t.field({
    type: 'Date',
    nullable: true,
    description:
      'The day on which `chargeStoredMethod` would charge it: today, or for a debit once its notice period is over.',
    resolve: async ({ organizationId, id }, _args, ctx) => {
      const state = await caseOf(ctx, id);
      const method = methodInUse(state);
      if (!method) return null;
      return addDays(await todayOf(ctx, organizationId), noticeDays(state, method.type));
    },
  }),
  plannedCharge: t.field({
    type: PlannedChargeType,
    nullable: true,
    description: 'A charge that will be made by itself, and that `stopPlannedCharge` stops.',
    resolve: async ({ id }, _args, ctx) => plannedCharge(await caseOf(ctx, id)) ?? null,
  }),
}));
