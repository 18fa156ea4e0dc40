import { isInRegister } from '@zahlwerk/domain/customers/vat-register';
import { builder } from '../graphql/builder.ts';
import { NotAllowed } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { askRegister } from './ask-register.ts';
import { VatCheckNode } from './vat-check.type.ts';
import { writeCustomer } from './write-customer.ts';

const Input = builder.inputType('CheckVatIdInput', {
  description: "Asks the register about a customer's VAT id.",
  fields: (t) => ({
    customerId: t.id({ description: 'Whose id.' }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const Success = builder
  .objectRef<{ organizationId: string; checkId: string; replayed: boolean }>('CheckVatIdSuccess')
  .implement({
    description: 'The question is recorded and asked at once.',
    fields: (t) => ({
      vatCheck: t.prismaField({
        type: VatCheckNode,
        description: 'The question: this one, or the one that waits already.',
        resolve: (query, { organizationId, checkId: id }, _args, { db }) =>
          db.vatCheck.findUniqueOrThrow({ ...query, where: { organizationId_id: { organizationId, id } } }),
      }),
      replayed: t.exposeBoolean('replayed', {
        description: 'True when the idempotency key had been used and nothing was done again.',
      }),
    }),
  });

builder.mutationField('checkVatId', (t) =>
  t.withAuth({ permission: 'customer:check' }).field({
    type: Success,
    description:
      'Asks the register of the tax authorities whether the VAT id of a customer is valid, and keeps question and answer as evidence (section 18e UStG).',
    errors: { types: [NotAllowed] },
    args: { input: t.arg({ type: Input, description: 'About whom.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const customerId = decodeId('Customer', input.customerId, ['input', 'customerId']);
      const writing = {
        organizationId,
        actor,
        customerId,
        operation: 'checkVatId',
        idempotency: keyed(input),
      };
      const { outcomeId, replayed } = await writeCustomer(ctx, writing, async ({ tx, customer, now }) => {
        const { vatId } = customer;
        if (!vatId || !isInRegister(vatId))
          throw new NotAllowed('VAT_ID_NOT_IN_REGISTER', ['input', 'customerId']);
        const question = { organizationId, customerId, vatId, actor };
        const id = await askRegister(tx, ports.newId(), question, now);
        return {
          outcomeId: id,
          events: [
            {
              ...{ stream: 'customer', streamId: customerId, type: 'customer.vat_check_asked' },
              data: { customerId, vatCheckId: id },
            },
          ],
          followUps: [{ job: 'check-vat-ids' }],
        };
      });
      return { organizationId, checkId: outcomeId, replayed };
    },
  }),
);
