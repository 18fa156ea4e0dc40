import { withTenant } from '@zahlwerk/db/tenant';
import { renderAccountStatementPdf } from '@zahlwerk/documents/account-statement.pdf';
import { builder } from '../graphql/builder.ts';
import { NotAllowed, NotFound, ValidationFailed } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { writeOrganization } from '../organizations/write-organization.ts';
import { periodSchema } from '../server/period.ts';
import { queueStatement } from './queue-statement.ts';
import { statementLetter } from './statement-letter.ts';

const Input = builder.inputType('MailAccountStatementInput', {
  description: "Which days of a customer's account are mailed.",
  fields: (t) => ({
    customerId: t.id({ description: 'The customer; the mail goes to the address of the record.' }),
    from: t.field({ type: 'Date', description: 'First day.' }),
    until: t.field({ type: 'Date', description: 'Last day; at most a year after the first.' }),
    again: t.boolean({
      required: false,
      description: 'Also when one was mailed today; refused with STATEMENT_MAILED_TODAY unless said.',
    }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const Success = builder
  .objectRef<{ organizationId: string; customerId: string; replayed: boolean }>('MailAccountStatementSuccess')
  .implement({
    description: 'The mail is on its way.',
    fields: (t) => ({
      customer: t.prismaField({
        type: 'Customer',
        description: 'The customer, with the mail among the messages.',
        resolve: (query, { organizationId, customerId: id }, _args, { db }) =>
          db.customer.findUniqueOrThrow({ ...query, where: { organizationId_id: { organizationId, id } } }),
      }),
      replayed: t.exposeBoolean('replayed', {
        description: 'True when the idempotency key had been used and nothing was done again.',
      }),
    }),
  });

builder.mutationField('mailAccountStatement', (t) =>
  t.withAuth({ member: true, permission: 'case:advance' }).field({
    type: Success,
    description:
      "Mails a customer the statement of account as a PDF, in the customer's language; once a day.",
    errors: { types: [NotAllowed] },
    args: { input: t.arg({ type: Input, description: 'Whose, and which days.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const customerId = decodeId('Customer', input.customerId, ['input', 'customerId']);
      const period = periodSchema.safeParse({ from: input.from, until: input.until });
      if (!period.success) throw new ValidationFailed([{ path: ['input', 'until'], code: 'OUT_OF_RANGE' }]);
      const letter = await withTenant(ports.db, organizationId, (tx) =>
        statementLetter(tx, { organizationId, customerId }, period.data),
      );
      if (!letter) throw new NotFound('Customer', ['input', 'customerId']);
      // Set before the lock is taken: it takes longer than everything else.
      const bytes = await renderAccountStatementPdf(letter);
      const writing = { organizationId, actor, operation: 'mailAccountStatement', idempotency: keyed(input) };
      const { replayed } = await writeOrganization(ctx, writing, (env) =>
        queueStatement(ports, env, {
          customerId,
          period: period.data,
          letter,
          bytes,
          again: input.again ?? false,
        }),
      );
      return { organizationId, customerId, replayed };
    },
  }),
);
