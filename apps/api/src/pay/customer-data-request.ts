import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { customerSchemaRequiring } from '@zahlwerk/domain/customers/customer-data.schema';
import type { RequirableField } from '@zahlwerk/domain/customers/required-fields';
import { openLink } from '../auth/open-link.ts';
import { CustomerDataType } from '../customers/customer.type.ts';
import { CustomerDataInput } from '../customers/customer-data.input.ts';
import { builder } from '../graphql/builder.ts';
import { LinkInvalid } from '../graphql/errors.ts';
import { LanguageEnum } from '../graphql/language.type.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { CASE_ERRORS } from '../workflow/case-mutation.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { transition } from '../workflow/transition.ts';
import { workshopOf } from '../workflow/workshop.ts';

interface DataRequest {
  readonly payee: string;
  readonly reference: string;
  readonly data: CustomerData;
  readonly required: readonly RequirableField[];
}

const DataRequestType = builder.objectRef<DataRequest>('DataRequest').implement({
  description: 'What a customer is asked to complete.',
  fields: (t) => ({
    payee: t.exposeString('payee', { description: 'Who asks.' }),
    reference: t.exposeString('reference', { description: 'The payment reference.' }),
    language: t.field({
      type: LanguageEnum,
      description: "The customer's language.",
      resolve: ({ data }) => data.language,
    }),
    data: t.expose('data', { type: CustomerDataType, description: 'What is known so far.' }),
    required: t.stringList({
      description: 'Fields that may not stay empty.',
      resolve: ({ required }) => [...required],
    }),
  }),
});

builder.queryField('dataRequest', (t) =>
  t.withAuth({ public: true }).field({
    type: DataRequestType,
    nullable: true,
    description: 'What is asked of the customer behind this link; null when there is nothing to answer.',
    errors: { types: [LinkInvalid] },
    args: { token: t.arg.string({ description: 'The token of the link.' }) },
    resolve: async (_root, { token }, ctx) => {
      const { organizationId, caseId } = await openLink(ctx, token, 'DATA');
      const state = caseId ? (await loadCases(ctx.db, organizationId, [caseId])).get(caseId) : undefined;
      return state
        ? {
            payee: state.organization.seller.name,
            reference: state.number,
            data: state.customer.data,
            required: state.definition.requiredCustomerFields,
          }
        : null;
    },
  }),
);

const SubmitCustomerDataInput = builder.inputType('SubmitCustomerDataInput', {
  description: "The customer's own data.",
  fields: (t) => ({
    token: t.string({ description: 'The token of the link; it is used up.' }),
    data: t.field({ type: CustomerDataInput, description: 'The whole of what is known.' }),
  }),
});

const SubmitCustomerDataSuccess = builder
  .objectRef<{ readonly accepted: boolean }>('SubmitCustomerDataSuccess')
  .implement({
    description: 'Thank you.',
    fields: (t) => ({ accepted: t.exposeBoolean('accepted', { description: 'Always true.' }) }),
  });

builder.mutationField('submitCustomerData', (t) =>
  t.withAuth({ public: true }).field({
    type: SubmitCustomerDataSuccess,
    description: 'The customer answers a data request. The data are checked at once.',
    errors: { types: [...CASE_ERRORS, LinkInvalid] },
    args: { input: t.arg({ type: SubmitCustomerDataInput, description: 'The answer.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, caseId, linkId } = await openLink(ctx, input.token, 'DATA', ['input', 'token']);
      const state = caseId ? (await loadCases(ctx.db, organizationId, [caseId])).get(caseId) : undefined;
      if (!state) throw new LinkInvalid();
      const schema = customerSchemaRequiring(state.definition.requiredCustomerFields);
      const data = parseInput(schema, input.data, ['input', 'data']);
      await transition(workshopOf(ctx.ports), {
        organizationId,
        actor: { kind: 'CUSTOMER', id: linkId },
        caseId: state.id,
        command: { name: 'submitCustomerData', input: { data, linkId } },
        expectedVersion: null,
        idempotency: null,
      });
      return { accepted: true };
    },
  }),
);
