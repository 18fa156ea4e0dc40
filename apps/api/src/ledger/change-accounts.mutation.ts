import { numberProblem } from '@zahlwerk/domain/ledger/chart';
import { accountNamesSchema } from '@zahlwerk/domain/ledger/chart.schema';
import { builder } from '../graphql/builder.ts';
import { type FieldError, NotFound, ValidationFailed, VersionConflict } from '../graphql/errors.ts';
import { keyed } from '../graphql/idempotency.ts';
import { decodeId } from '../graphql/ids.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { type OrganizationEnv, writeOrganization } from '../organizations/write-organization.ts';
import { countChartChange, writeAccounts } from './write-accounts.ts';

const Change = builder.inputType('LedgerAccountChange', {
  description: 'How one account is called from now on.',
  fields: (t) => ({
    accountId: t.id({ description: 'The account.' }),
    number: t.string({ description: 'Four to eight digits; all accounts have the same number of them.' }),
    nameDe: t.string({ description: 'German name, at most 60 characters.' }),
    nameEn: t.string({ description: 'English name, at most 60 characters.' }),
  }),
});

const Input = builder.inputType('ChangeLedgerAccountsInput', {
  description:
    'Accounts that are called otherwise. Whoever changes the length of the numbers names all of them.',
  fields: (t) => ({
    accounts: t.field({ type: [Change], description: 'The accounts, each once; at most 100.' }),
    expectedVersion: t.int({
      description: 'The version of the chart that the caller has seen: chartVersion.',
    }),
    idempotencyKey: t.string({ description: 'Makes a repetition harmless.' }),
  }),
});

const Success = builder
  .objectRef<{ organizationId: string; replayed: boolean }>('ChangeLedgerAccountsSuccess')
  .implement({
    description: 'The accounts are called like this.',
    fields: (t) => ({
      chartVersion: t.int({
        description: 'The version of the chart since then.',
        resolve: async ({ organizationId }, _args, { db }) => {
          const { chartVersion } = await db.organization.findUniqueOrThrow({ where: { id: organizationId } });
          return chartVersion;
        },
      }),
      accounts: t.prismaField({
        type: ['LedgerAccount'],
        description: 'The whole chart, by number.',
        resolve: (query, { organizationId }, _args, { db }) =>
          db.ledgerAccount.findMany({ ...query, where: { organizationId }, orderBy: { number: 'asc' } }),
      }),
      replayed: t.exposeBoolean('replayed', {
        description: 'True when the idempotency key had been used and nothing was done again.',
      }),
    }),
  });

interface Called {
  readonly id: string;
  readonly number: string;
  readonly nameDe: string;
  readonly nameEn: string;
}

const MOST = 100;

const parseChanges = (said: readonly (typeof Change.$inferInput)[]): readonly Called[] => {
  if (said.length === 0 || said.length > MOST)
    throw new ValidationFailed([
      { path: ['input', 'accounts'], code: said.length ? 'TOO_MANY' : 'REQUIRED' },
    ]);
  const changes = said.map(({ accountId, ...called }, at): Called => {
    const path = ['input', 'accounts', String(at)];
    return {
      id: decodeId('LedgerAccount', accountId, [...path, 'accountId']),
      ...parseInput(accountNamesSchema, called, path),
    };
  });
  const twice = changes.findIndex(({ id }, at) => changes.findIndex((other) => other.id === id) !== at);
  if (twice >= 0)
    throw new ValidationFailed([
      { path: ['input', 'accounts', String(twice), 'accountId'], code: 'REPEATED' },
    ]);
  return changes;
};

/** Judges the numbers in the chart as it would be; every wrong one is named at its field. */
const refuseNumbers = async (
  { tx, organization }: OrganizationEnv,
  changes: readonly Called[],
): Promise<void> => {
  const accounts = await tx.ledgerAccount.findMany({ where: { organizationId: organization.id } });
  const unknown = changes.findIndex(({ id }) => !accounts.some((account) => account.id === id));
  if (unknown >= 0) throw new NotFound('LedgerAccount', ['input', 'accounts', String(unknown), 'accountId']);
  const numbers = new Map([...accounts, ...changes].map(({ id, number }) => [id, number]));
  // Who changes all of them may choose the length; otherwise it is that of the others.
  const untouched = accounts.find(({ id }) => !changes.some((change) => change.id === id));
  const { length } = (untouched ?? changes[0])?.number ?? '';
  const fields = changes.flatMap(({ id, number }, at): readonly FieldError[] => {
    const others = [...numbers].filter(([other]) => other !== id).map(([, taken]) => taken);
    const code = numberProblem(number, others, length);
    return code ? [{ path: ['input', 'accounts', String(at), 'number'], code }] : [];
  });
  if (fields.length > 0) throw new ValidationFailed(fields);
};

builder.mutationField('changeLedgerAccounts', (t) =>
  t.withAuth({ member: true, permission: 'ledger:write' }).field({
    type: Success,
    description: 'Changes number and names of accounts. What was posted to them stays.',
    errors: { types: [VersionConflict] },
    args: { input: t.arg({ type: Input, description: 'Which, and how they are called.' }) },
    resolve: async (_root, { input }, ctx) => {
      const { organizationId, actor } = ctx;
      const writing = { organizationId, actor, operation: 'changeLedgerAccounts', idempotency: keyed(input) };
      const changes = parseChanges(input.accounts);
      const { replayed } = await writeOrganization(ctx, writing, async (env) => {
        const { chartVersion } = env.organization;
        if (chartVersion !== input.expectedVersion) throw new VersionConflict(chartVersion);
        await refuseNumbers(env, changes);
        await writeAccounts(env.tx, organizationId, changes);
        await countChartChange(env.tx, organizationId);
        return {
          outcomeId: organizationId,
          events: [
            {
              stream: 'chart',
              streamId: organizationId,
              type: 'chart.accounts_changed',
              data: { accounts: changes.length },
            },
          ],
        };
      });
      return { organizationId, replayed };
    },
  }),
);
