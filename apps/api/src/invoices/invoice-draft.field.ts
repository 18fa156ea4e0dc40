import { draftDocument } from '@zahlwerk/domain/workflow/case-document';
import { builder } from '../graphql/builder.ts';
import { encodeId } from '../graphql/ids.ts';
import { todayOf } from '../graphql/today.ts';
import { caseOf } from '../workflow/types/case-loader.ts';

builder.prismaObjectField('PaymentCase', 'draftUrl', (t) =>
  t.string({
    nullable: true,
    description:
      'Path of a PDF of the invoice or statement as it would be issued today, without a number; null where nothing is to be issued, or where something is missing for it.',
    select: { id: true, organizationId: true },
    resolve: async ({ id, organizationId }, _args, ctx) => {
      const draft = draftDocument(await caseOf(ctx, id), await todayOf(ctx, organizationId));
      return draft?.ok ? `/api/cases/${encodeId('PaymentCase', id)}/draft.pdf` : null;
    },
  }),
);
