import { businessTime } from '@zahlwerk/db/now';
import { customerDataSchema } from '@zahlwerk/domain/customers/customer-data.schema';
import { openLink } from '../auth/open-link.ts';
import { CustomerDataInput } from '../customers/customer-data.input.ts';
import { builder } from '../graphql/builder.ts';
import type { ApiContext } from '../graphql/context.ts';
import { LinkInvalid } from '../graphql/errors.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { CASE_ERRORS } from '../workflow/case-mutation.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { transition } from '../workflow/transition.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { type PayPage, payPageOf } from './pay-page.ts';
import { PayPageType } from './pay-page.type.ts';

const Input = builder.inputType('CompleteCustomerDataInput', {
  description: 'What was lacking.',
  fields: (t) => ({
    token: t.string({ description: 'The token of the pay link.' }),
    data: t.field({ type: CustomerDataInput, description: 'What is filled in; the rest is passed over.' }),
  }),
});

const Success = builder.objectRef<{ readonly page: PayPage }>('CompleteCustomerDataSuccess').implement({
  description: 'Thank you.',
  fields: (t) => ({
    payPage: t.field({
      type: PayPageType,
      description: 'The page as it stands now.',
      resolve: ({ page }) => page,
    }),
  }),
});

const readCase = async (ctx: ApiContext, organizationId: string, caseId: string | null) => {
  const state = caseId ? (await loadCases(ctx.db, organizationId, [caseId])).get(caseId) : undefined;
  if (!state) throw new LinkInvalid();
  return state;
};

builder.mutationField('completeCustomerData', (t) =>
  t.withAuth({ public: true }).field({
    type: Success,
    description:
      'The customer fills in, on the pay page, what the business still has to know. What it knows already cannot be changed here.',
    errors: { types: [...CASE_ERRORS, LinkInvalid] },
    args: { input: t.arg({ type: Input, description: 'Which link, and what was lacking.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, caseId, linkId } = await openLink(ctx, input.token, 'PAY', ['input', 'token']);
      const { id, customer } = await readCase(ctx, organizationId, caseId);
      // Postal code and phone are judged by the country, which may be known already.
      const country = input.data.country ?? customer.data.country;
      const given = parseInput(customerDataSchema, { ...input.data, country }, ['input', 'data']);
      await transition(workshopOf(ctx.ports), {
        organizationId,
        actor: { kind: 'CUSTOMER', id: linkId },
        caseId: id,
        command: { name: 'completeCustomerData', input: { given } },
        expectedVersion: null,
        idempotency: null,
      });
      await ctx.reads.end();
      const { today } = await businessTime(ctx.db, organizationId);
      return { page: payPageOf(await readCase(ctx, organizationId, id), input.token, today) };
    },
  }),
);
