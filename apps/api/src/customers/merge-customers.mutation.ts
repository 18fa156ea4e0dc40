import { appendEvents } from '@zahlwerk/db/events';
import { businessTime } from '@zahlwerk/db/now';
import { type TenantTransaction, withTenant } from '@zahlwerk/db/tenant';
import { refuseMerge } from '@zahlwerk/domain/customers/merge';
import type { Actor } from '@zahlwerk/domain/workflow/actor';
import { builder } from '../graphql/builder.ts';
import { NotAllowed, ValidationFailed } from '../graphql/errors.ts';
import { findReplay, keyed, storeOutcome } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { reasonText } from '../workflow/free-text.ts';
import { lockCasesOf } from '../workflow/save/move-cases.ts';
import type { FollowUp } from '../workflow/save/writer.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { readMergeCandidate } from './merge-candidate.ts';
import { lockCustomers, type Moved, moveCustomer } from './move-customer.ts';

const Input = builder.inputType('MergeCustomersInput', {
  description: 'Two records of one customer.',
  fields: (t) => ({
    survivorId: t.id({ description: 'The record that stays.' }),
    mergedId: t.id({ description: 'The record that lives on in it.' }),
    reason: t.string({ description: 'Why they are the same.' }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

interface MergeWritten {
  readonly organizationId: string;
  readonly survivorId: string;
  readonly replayed: boolean;
}

const Success = builder.objectRef<MergeWritten>('MergeCustomersSuccess').implement({
  description: 'The two records are one.',
  fields: (t) => ({
    customer: t.prismaField({
      type: 'Customer',
      description: 'The record that has stayed.',
      resolve: (query, { organizationId, survivorId: id }, _args, { db }) =>
        db.customer.findUniqueOrThrow({ ...query, where: { organizationId_id: { organizationId, id } } }),
    }),
    replayed: t.exposeBoolean('replayed', {
      description: 'True when the idempotency key had been used and nothing was done again.',
    }),
  }),
});

interface Asked {
  readonly organizationId: string;
  readonly survivorId: string;
  readonly mergedId: string;
  readonly reason: string;
  readonly actor: Actor;
}

/** Under the locks of all that moves: judged, moved, told. */
const merge = async (tx: TenantTransaction, asked: Asked): Promise<Moved> => {
  const { organizationId, survivorId, mergedId, reason, actor } = asked;
  await lockCasesOf(tx, organizationId, mergedId);
  await lockCustomers(tx, organizationId, [survivorId, mergedId]);
  const survivor = await readMergeCandidate(tx, organizationId, survivorId, ['input', 'survivorId']);
  const merged = await readMergeCandidate(tx, organizationId, mergedId, ['input', 'mergedId']);
  const refusal = refuseMerge(survivor, merged);
  if (refusal) throw new NotAllowed(refusal, ['input', 'mergedId']);
  const { now } = await businessTime(tx, organizationId);
  const moved = await moveCustomer(tx, { organizationId, survivorId, mergedId, now });
  const { cases, payments } = moved;
  await appendEvents(tx, organizationId, [
    {
      ...{ stream: 'customer', streamId: survivorId, type: 'customer.merged', at: now, actor, reason },
      data: { customerId: survivorId, mergedId, cases, payments },
    },
  ]);
  return moved;
};

builder.mutationField('mergeCustomers', (t) =>
  t.withAuth({ member: true, permission: 'customer:merge' }).field({
    type: Success,
    description:
      'Makes two records of one customer one: cases, money and what is stored at the provider go on under the record that stays. Issued invoices and posted entries keep saying what they said, and the other record points to the one that stays.',
    errors: { types: [NotAllowed] },
    args: { input: t.arg({ type: Input, description: 'Which two.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor, ports } = ctx;
      const survivorId = decodeId('Customer', input.survivorId, ['input', 'survivorId']);
      const mergedId = decodeId('Customer', input.mergedId, ['input', 'mergedId']);
      const reason = reasonText(input.reason);
      if (!reason) throw new ValidationFailed([{ path: ['input', 'reason'], code: 'REQUIRED' }]);
      const asked = { organizationId, actor, idempotency: keyed(input) };
      const workshop = workshopOf(ports);
      let followUps: readonly FollowUp[] = [];
      const replayed = await withTenant(ports.db, organizationId, async (tx) => {
        if (await findReplay(tx, asked, 'mergeCustomers')) return true;
        const { openCaseIds } = await merge(tx, { organizationId, survivorId, mergedId, reason, actor });
        followUps = [
          { job: 'sync-customer', customerId: survivorId },
          ...openCaseIds.map((caseId): FollowUp => ({ job: 'advance-case', caseId })),
        ];
        await workshop.enqueue(tx, organizationId, followUps);
        await storeOutcome(tx, asked, 'mergeCustomers', survivorId);
        return false;
      });
      await ctx.reads.end();
      if (!replayed) workshop.ring(organizationId, followUps);
      return { organizationId, survivorId, replayed };
    },
  }),
);
