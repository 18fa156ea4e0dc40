import { withTenant } from '@zahlwerk/db/tenant';
import { customerSchemaRequiring } from '@zahlwerk/domain/customers/customer-data.schema';
import { positiveMoneySchema } from '@zahlwerk/domain/money/money.schema';
import { startFromLink } from '@zahlwerk/domain/payment-links/start-from-link';
import { CustomerDataInput } from '../customers/customer-data.input.ts';
import { builder } from '../graphql/builder.ts';
import type { ApiContext } from '../graphql/context.ts';
import { type Allowance, spend } from '../graphql/count-use.ts';
import { LinkInvalid, TooManyRequests } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { MoneyInput } from '../graphql/money.type.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { CASE_ERRORS } from '../workflow/case-mutation.ts';
import { numberText } from '../workflow/free-text.ts';
import { initiate } from '../workflow/initiate.ts';
import { refusalError } from '../workflow/refused.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { openPaymentLink } from './open-payment-link.ts';

/** Many customers of a shop may share one address; nobody needs to be written to more than a few times. */
const PER_ADDRESS: Allowance = { use: 'start-from-link', limit: 30, windowSeconds: 600 };
const PER_MAILBOX: Allowance = { use: 'start-from-link-mail', limit: 10, windowSeconds: 3_600 };

const Input = builder.inputType('StartFromLinkInput', {
  description: 'What the customer says who starts a case.',
  fields: (t) => ({
    token: t.string({ description: 'The token of the public link.' }),
    amount: t.field({
      type: MoneyInput,
      required: false,
      description: 'How much, where the link leaves it to the customer.',
    }),
    customer: t.field({ type: CustomerDataInput, description: 'Who pays.' }),
    reference: t.string({ required: false, description: "The customer's own order or invoice number." }),
    idempotencyKey: t.string({ description: 'The same for a double click, a reload and the way back.' }),
  }),
});

interface Started {
  readonly url: string;
  readonly replayed: boolean;
}

const Success = builder.objectRef<Started>('StartFromLinkSuccess').implement({
  description: 'The case has been started.',
  fields: (t) => ({
    url: t.exposeString('url', { description: "The customer's own pay page." }),
    replayed: t.exposeBoolean('replayed', {
      description: 'Whether this key had started it before, so that nothing was started again.',
    }),
  }),
});

const payUrlOf = async ({ ports }: ApiContext, organizationId: string, caseId: string): Promise<string> => {
  const { id } = await withTenant(ports.db, organizationId, (tx) =>
    tx.accessLink.findFirstOrThrow({ where: { organizationId, caseId, purpose: 'PAY' } }),
  );
  return `${ports.publicUrl}/pay/${ports.links.tokenOf(id)}`;
};

const start = async (input: typeof Input.$inferInput, ctx: ApiContext): Promise<Started> => {
  if (ctx.ip) await spend(ctx, PER_ADDRESS, ctx.ip);
  const opened = await openPaymentLink(ctx, input.token, ['input', 'token']);
  const { organizationId, link, required } = opened;
  const customer = parseInput(customerSchemaRequiring(required), input.customer, ['input', 'customer']);
  const amount = input.amount ? parseInput(positiveMoneySchema, input.amount, ['input', 'amount']) : null;
  const reference = numberText(input.reference, ['input', 'reference']);
  const idempotency = keyed(input);
  const started = startFromLink(link, { amount, customer, reference }, opened);
  if (!started.ok)
    throw started.refusal.code === 'LINK_NOT_VALID' ? new LinkInvalid() : refusalError(started.refusal);
  await spend(ctx, PER_MAILBOX, `${organizationId}:${customer.email?.toLowerCase()}`);
  const { caseId, replayed } = await initiate(workshopOf(ctx.ports), {
    organizationId,
    actor: { kind: 'CUSTOMER', id: link.id },
    idempotency,
    input: started.input,
    metadata: null,
    link: { id: link.id, purpose: link.title[customer.language] },
  });
  return { url: await payUrlOf(ctx, organizationId, caseId), replayed };
};

builder.mutationField('startFromLink', (t) =>
  t.withAuth({ public: true }).field({
    type: Success,
    description:
      'A customer starts a case over a public link and is led to its pay page. The same key never starts two.',
    errors: { types: [...CASE_ERRORS, LinkInvalid, TooManyRequests] },
    args: { input: t.arg({ type: Input, description: 'Which link, who, and how much.' }) },
    resolve: (_root, { input }, ctx) => start(input, ctx),
  }),
);
