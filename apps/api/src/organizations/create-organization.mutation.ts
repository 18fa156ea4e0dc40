import {
  ORGANIZATION_DEFAULTS,
  organizationSchema,
} from '@zahlwerk/domain/organizations/organization.schema';
import { builder } from '../graphql/builder.ts';
import { keyed } from '../graphql/idempotency.ts';
import { parseInput } from '../graphql/parse-input.ts';
import { createOrganization } from './create-organization.ts';
import { CreateOrganizationInput } from './organization.input.ts';
import { OrganizationNode } from './organization.type.ts';

const Success = builder
  .objectRef<{ organizationId: string; replayed: boolean }>('CreateOrganizationSuccess')
  .implement({
    description: 'The business exists; the caller is its owner.',
    fields: (t) => ({
      organization: t.prismaField({
        type: OrganizationNode,
        description: 'The new business.',
        resolve: (query, { organizationId }, _args, { db }) =>
          db.organization.findUniqueOrThrow({ ...query, where: { id: organizationId } }),
      }),
      replayed: t.exposeBoolean('replayed', { description: 'Whether the key had been used before.' }),
    }),
  });

/** Only what was said: a null means the default as well. */
const said = <T extends object>(input: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  ) as Partial<T>;

builder.mutationField('createOrganization', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: Success,
    description: 'Founds a business with its accounts, its workflow and the caller as owner.',
    errors: {},
    args: { input: t.arg({ type: CreateOrganizationInput, description: 'The business.' }) },
    resolve: async (_root, { input }, { caller, ports, workFor }) => {
      const idempotency = keyed(input);
      const { idempotencyKey: _key, chartOfAccounts, ...rest } = input;
      const data = parseInput(organizationSchema, { ...ORGANIZATION_DEFAULTS, ...said(rest) });
      const { userId, name, email } = caller;
      const owner = { userId, name, email };
      const chart = chartOfAccounts ?? 'SKR03';
      const created = await createOrganization(ports, { data, chart, owner, idempotency });
      await workFor(created.organizationId);
      return created;
    },
  }),
);
