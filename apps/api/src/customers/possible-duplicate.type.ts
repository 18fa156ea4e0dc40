import {
  DUPLICATE_FACTS,
  type PossibleDuplicate,
  possibleDuplicates,
} from '@zahlwerk/domain/customers/checks/duplicates';
import { refuseMerge } from '@zahlwerk/domain/customers/merge';
import { builder } from '../graphql/builder.ts';
import { decodeId } from '../graphql/ids.ts';
import { ObstacleType } from '../graphql/obstacle.type.ts';
import { CUSTOMER_DATA_COLUMNS, customerDataOf } from '../workflow/load/customer-data.ts';
import { findDuplicates } from './find-duplicates.ts';
import { readMergeCandidate } from './merge-candidate.ts';

const DuplicateFactEnum = builder.enumType('DuplicateFact', {
  description: 'What two records of customers have in common.',
  values: DUPLICATE_FACTS,
});

const PossibleDuplicateType = builder
  .objectRef<PossibleDuplicate & { readonly organizationId: string }>('PossibleDuplicate')
  .implement({
    description: 'Another record that may be the same customer. A person decides.',
    fields: (t) => ({
      customer: t.prismaField({
        type: 'Customer',
        description: 'The other record.',
        resolve: (query, { organizationId, customerId: id }, _args, { db }) =>
          db.customer.findUniqueOrThrow({ ...query, where: { organizationId_id: { organizationId, id } } }),
      }),
      facts: t.field({
        type: [DuplicateFactEnum],
        description: 'What they share.',
        resolve: ({ facts }) => [...facts],
      }),
    }),
  });

builder.prismaObjectFields('Customer', (t) => ({
  duplicates: t.field({
    type: [PossibleDuplicateType],
    description: 'Other records that may be the same customer, by what they share.',
    select: { state: true, ...CUSTOMER_DATA_COLUMNS },
    resolve: async ({ organizationId, id, state, ...row }, _args, { db }) => {
      if (state === 'MERGED') return [];
      const candidates = await findDuplicates(db, organizationId, { id, ...row });
      const found = possibleDuplicates(customerDataOf(row), candidates);
      return found.map((duplicate) => ({ ...duplicate, organizationId }));
    },
  }),
  mergedInto: t.relation('mergedInto', {
    nullable: true,
    description: 'The record in which this one lives on; null for one that stands by itself.',
  }),
  mergeObstacle: t.field({
    type: ObstacleType,
    nullable: true,
    description: 'Why another record cannot live on in this one; null where it can.',
    args: { mergedId: t.arg.id({ description: 'The other record.' }) },
    resolve: async ({ organizationId, id }, { mergedId }, { db }) => {
      const other = decodeId('Customer', mergedId, ['mergedId']);
      const code = refuseMerge(
        await readMergeCandidate(db, organizationId, id),
        await readMergeCandidate(db, organizationId, other, ['mergedId']),
      );
      return code && { code, unblockedBy: null };
    },
  }),
}));
