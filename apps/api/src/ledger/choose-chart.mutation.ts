import { CHARTS, hasDefaultNumber, renumber } from '@zahlwerk/domain/ledger/chart';
import { builder } from '../graphql/builder.ts';
import { keyed } from '../graphql/idempotency.ts';
import { OrganizationNode } from '../organizations/organization.type.ts';
import { writeOrganization } from '../organizations/write-organization.ts';
import { ChartOfAccountsEnum } from './chart.type.ts';
import { countChartChange, writeAccounts } from './write-accounts.ts';

const Input = builder.inputType('ChooseChartOfAccountsInput', {
  description: 'By which chart the accounts are numbered.',
  fields: (t) => ({
    chart: t.field({ type: ChartOfAccountsEnum, description: 'The chart.' }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const Success = builder
  .objectRef<{ organizationId: string; replayed: boolean }>('ChooseChartOfAccountsSuccess')
  .implement({
    description: 'The accounts are numbered by this chart.',
    fields: (t) => ({
      organization: t.prismaField({
        type: OrganizationNode,
        description: 'The business.',
        resolve: (query, { organizationId }, _args, { db }) =>
          db.organization.findUniqueOrThrow({ ...query, where: { id: organizationId } }),
      }),
      keptAccounts: t.prismaField({
        type: ['LedgerAccount'],
        description:
          'The accounts that have another number than the chart gives them: somebody has chosen it.',
        resolve: async (query, { organizationId }, _args, { db }) => {
          const { chartOfAccounts } = await db.organization.findUniqueOrThrow({
            where: { id: organizationId },
          });
          const accounts = await db.ledgerAccount.findMany({ where: { organizationId } });
          const kept = accounts.filter((account) => !hasDefaultNumber(account, chartOfAccounts));
          return db.ledgerAccount.findMany({
            ...query,
            where: { organizationId, id: { in: kept.map(({ id }) => id) } },
            orderBy: { number: 'asc' },
          });
        },
      }),
      replayed: t.exposeBoolean('replayed', {
        description: 'True when the idempotency key had been used and nothing was done again.',
      }),
    }),
  });

builder.mutationField('chooseChartOfAccounts', (t) =>
  t.withAuth({ member: true, permission: 'ledger:write' }).field({
    type: Success,
    description: `Numbers by ${CHARTS.join(' or ')} every account that still has its default number. Numbers that somebody has chosen stay.`,
    errors: {},
    args: { input: t.arg({ type: Input, description: 'Which chart.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor } = ctx;
      const { chart } = input;
      const writing = {
        organizationId,
        actor,
        operation: 'chooseChartOfAccounts',
        idempotency: keyed(input),
      };
      const { replayed } = await writeOrganization(ctx, writing, async ({ tx, organization, now }) => {
        if (organization.chartOfAccounts === chart) return { outcomeId: organizationId, events: [] };
        const accounts = await tx.ledgerAccount.findMany({ where: { organizationId } });
        await writeAccounts(tx, organizationId, renumber(accounts, organization.chartOfAccounts, chart));
        await countChartChange(tx, organizationId);
        await tx.organization.update({
          where: { id: organizationId },
          data: { chartOfAccounts: chart, version: { increment: 1 }, updatedAt: now },
        });
        return {
          outcomeId: organizationId,
          events: [{ stream: 'chart', streamId: organizationId, type: 'chart.chosen', data: { chart } }],
        };
      });
      return { organizationId, replayed };
    },
  }),
);
