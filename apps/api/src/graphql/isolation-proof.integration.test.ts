import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../test/a-desk.ts';
import type { TestApi } from '../../test/create-test-api.ts';
import type { LivedInBusiness } from '../../test/isolation/a-lived-in-business.ts';
import { builder } from './builder.ts';
import { splitId } from './ids.ts';

// Two fields without a wall: one believes an id that names the business, one reads without any tenant at all.
builder.queryField('plantedName', (t) =>
  t.withAuth({ permission: 'organization:read' }).string({
    nullable: true,
    description: 'Planted: the name of any business.',
    args: { organizationId: t.arg.id({ description: 'Whose.' }) },
    resolve: async (_root, { organizationId }, { ports }) => {
      const { id } = splitId(organizationId);
      const found = await withTenant(ports.db, id, (tx) => tx.organization.findUnique({ where: { id } }));
      return found?.name ?? null;
    },
  }),
);
builder.queryField('plantedKnown', (t) =>
  t.withAuth({ permission: 'case:read' }).boolean({
    description: 'Planted: whether a customer exists anywhere. It shows no text, but it can be asked.',
    args: {
      customerId: t.arg.id({ description: 'Which.' }),
      organizationId: t.arg.id({ description: 'Whose.' }),
    },
    resolve: async (_root, { organizationId }, { ports }) => {
      const { id } = splitId(organizationId);
      return (await withTenant(ports.db, id, (tx) => tx.customer.count())) > 0;
    },
  }),
);

describe('the isolation test', () => {
  let api: TestApi;
  let mine: LivedInBusiness;
  let theirs: LivedInBusiness;

  beforeAll(async () => {
    const { createTestApi } = await import('../../test/create-test-api.ts');
    const { aLivedInBusiness } = await import('../../test/isolation/a-lived-in-business.ts');
    api = await createTestApi();
    mine = await aLivedInBusiness(api, 'Amselfink');
    theirs = await aLivedInBusiness(api, 'Kanarienvogel');
  });

  afterAll(() => api.stop());

  const leaksOf = async (field: string) => {
    const { schema } = await import('../schema.ts');
    const { operationsOf } = await import('../../test/isolation/operations.ts');
    const { aLookout, findLeaks } = await import('../../test/isolation/find-leaks.ts');
    const { unknownThings } = await import('../../test/isolation/unknown-things.ts');
    const [own, foreign, unknown] = [mine.fill, theirs.fill, unknownThings(mine.fill)];
    const seen = await aLookout(api, theirs);
    const operations = operationsOf(schema, today()).filter((one) => one.field === field && one.foreignAt);
    const found = await Promise.all(
      operations.map((operation) =>
        findLeaks({ client: mine.owner, operation, own, foreign, unknown, seen }),
      ),
    );
    return found.flat();
  };

  it('finds a field that gives away what belongs to another', async () => {
    expect(await leaksOf('plantedName')).toContainEqual({
      operation: "query plantedName with another's organizationId",
      problem: 'shows Kanarienvogel GmbH',
    });
  });

  it('finds a field that only lets itself be asked whether something exists', async () => {
    const problems = (await leaksOf('plantedKnown')).map(({ problem }) => problem);
    expect(problems.some((problem) => problem.startsWith('differs from unknown'))).toBe(true);
  });

  it('finds nothing about a field behind its wall', async () => {
    expect(await leaksOf('customer')).toEqual([]);
  });
});
