import { businessTime } from '@zahlwerk/db/now';
import { openLink } from '../auth/open-link.ts';
import { builder } from '../graphql/builder.ts';
import type { ApiContext } from '../graphql/context.ts';
import { LinkInvalid } from '../graphql/errors.ts';
import { subscribeEvents } from '../live/subscribe-events.ts';
import { loadCases } from '../workflow/load/load-cases.ts';
import { type PayPage, payPageOf } from './pay-page.ts';
import { PayPageType } from './pay-page.type.ts';

/** The page behind a pay link, or null for a link that opens nothing. */
const readPayPage = async (ctx: ApiContext, token: string): Promise<PayPage | null> => {
  try {
    const { organizationId, caseId } = await openLink(ctx, token, 'PAY');
    if (!caseId) return null;
    const state = (await loadCases(ctx.db, organizationId, [caseId])).get(caseId);
    if (!state) return null;
    const { today } = await businessTime(ctx.db, organizationId);
    return payPageOf(state, token, today);
  } catch (error) {
    if (error instanceof LinkInvalid) return null;
    throw error;
  }
};

builder.queryField('payPage', (t) =>
  t.withAuth({ public: true }).field({
    type: PayPageType,
    nullable: true,
    description: 'What a customer with this pay link sees; null when the link opens nothing (any more).',
    args: { token: t.arg.string({ description: 'The token of the link.' }) },
    resolve: (_root, { token }, ctx) => readPayPage(ctx, token),
  }),
);

builder.subscriptionField('payPageChanged', (t) =>
  t.withAuth({ public: true }).field({
    type: PayPageType,
    nullable: true,
    description: 'The page again after everything that happens to its case.',
    args: {
      token: t.arg.string({ description: 'The token of the link.' }),
      after: t.arg.string({ required: false, description: 'Cursor of the last event seen.' }),
    },
    subscribe: async (_root, { token, after }, ctx) => {
      const { organizationId, caseId } = await openLink(ctx, token, 'PAY');
      return subscribeEvents({ ctx, organizationId, after: after ?? null, filter: caseId ? { caseId } : {} });
    },
    resolve: (_event, { token }, ctx) => readPayPage(ctx, token),
  }),
);
