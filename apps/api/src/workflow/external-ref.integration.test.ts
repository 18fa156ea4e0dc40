import { addDays } from '@zahlwerk/domain/workflow/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStranger, today } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { call } from '../../test/case-call.ts';
import { readRows, readViolations } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';

const claim = (externalRef: string, customer = aStranger()) => ({
  customer,
  amount: { amount: '119.00', currency: 'EUR' },
  invoicing: 'EXTERNAL',
  externalInvoiceNumber: 'R-1',
  dueOn: addDays(today(), 14),
  externalRef,
});

const TAKEN = {
  __typename: 'ValidationFailed',
  fields: [{ path: ['input', 'externalRef'], code: 'ALREADY_USED' }],
};

describe("a partner's own number", () => {
  let stage: Stage;
  let partner: TestClient;
  let otherPartner: TestClient;

  const aPartner = async (name: string): Promise<TestClient> => {
    const owner = await stage.signIn('OWNER');
    const { integration } = await call(owner, 'createIntegration', { name }, 'integration { id }');
    const key = { integrationId: integration.id, name: 'Server', scopes: ['case:initiate', 'case:read'] };
    return stage.withKey((await call(owner, 'createApiKey', key, 'secret')).secret);
  };

  beforeAll(async () => {
    stage = await aStage();
    partner = await aPartner('Shop');
    otherPartner = await aPartner('Kasse');
  });

  afterAll(async () => {
    expect(await readViolations(stage.database)).toEqual([]);
    await stage.stop();
  });

  it('names one case: a second one with it is refused, and nothing is written', async () => {
    expect(await call(partner, 'initiatePayment', claim('shop-1'))).toMatchObject({ replayed: false });
    const before = await readRows(stage.database);
    expect(await call(partner, 'initiatePayment', claim('shop-1'))).toMatchObject(TAKEN);
    expect(await readRows(stage.database)).toEqual(before);
  });

  it('is free for other partners and for members, who have numbers of their own', async () => {
    const clerk = await stage.signIn('CLERK');
    for (const client of [partner, otherPartner, clerk, clerk])
      expect(await call(client, 'initiatePayment', claim('shop-2'))).toMatchObject({ replayed: false });
  });

  it('that comes twice at once starts one case', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => call(partner, 'initiatePayment', claim('shop-3'))),
    );
    expect(answers.filter(({ replayed }) => replayed === false)).toHaveLength(1);
    expect(answers.filter(({ __typename }) => __typename === 'ValidationFailed')).toMatchObject([
      TAKEN,
      TAKEN,
      TAKEN,
    ]);
  });
});
