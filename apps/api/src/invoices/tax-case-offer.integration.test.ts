import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStage, type Stage } from '../../test/a-stage.ts';
import type { Data, TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const OFFERS = `query ($customerId: ID, $country: String, $vatId: String) {
  taxCases(customerId: $customerId, country: $country, vatId: $vatId) {
    taxCase rate needsReason gaps { code at basis message } } }`;

describe('the offer of tax cases', () => {
  let stage: Stage;
  let clerk: TestClient;

  beforeAll(async () => {
    stage = await aStage();
    clerk = await stage.signIn('CLERK');
  });
  afterAll(() => stage.stop());

  const missing = async (variables: Readonly<Record<string, unknown>>): Promise<Record<string, string[]>> => {
    const { data } = await clerk.query(OFFERS, variables);
    const gaps = data.taxCases.map(({ taxCase, gaps: found }: Data) => [
      taxCase,
      found.map(({ code }: Data) => code),
    ]);
    return Object.fromEntries(gaps);
  };

  const setUp = (data: { readonly vatId: string | null }) =>
    withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.organization.update({ where: { id: stage.organizationId }, data }),
    );

  it('says of each what it misses for a customer who is being typed', async () => {
    await setUp({ vatId: null });
    expect(await missing({ country: 'IE' })).toMatchObject({
      DE_19: [],
      DE_KLEIN: ['NOT_A_SMALL_BUSINESS'],
      EU_SUPPLY: ['SELLER_VAT_ID_MISSING', 'BUYER_VAT_ID_MISSING'],
      EXPORT: ['BUYER_NOT_OUTSIDE_EU'],
    });
    await setUp({ vatId: 'DE136695976' });
    expect(await missing({ country: 'IE', vatId: 'IE6388047V' })).toMatchObject({
      EU_SUPPLY: [],
      DE_13B: [],
    });
    expect(await missing({ country: 'CH' })).toMatchObject({ EXPORT: [] });
  });

  it('knows a customer of the business, and of no other', async () => {
    const own = await stage.own.desk.read(await stage.own.desk.start());
    const id = encodeId('Customer', own.customer.id);
    const [offer] = (await clerk.query(OFFERS, { customerId: id })).data.taxCases.slice(-1);
    expect(offer).toMatchObject({ taxCase: 'EXPORT', rate: '0', needsReason: false });
    expect(offer.gaps).toEqual([
      {
        code: 'BUYER_NOT_OUTSIDE_EU',
        at: 'customer.country',
        basis: '§ 6 UStG',
        message: expect.stringMatching(/außerhalb der EU|outside the EU/),
      },
    ]);
    const theirs = await stage.foreign.desk.read(await stage.foreign.desk.start());
    const foreign = { customerId: encodeId('Customer', theirs.customer.id) };
    expect(await missing(foreign)).toEqual(await missing({ customerId: 'nobody' }));
  });
});
