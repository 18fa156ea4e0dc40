import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStranger } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { call } from '../../test/case-call.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await aStage();
});

afterAll(() => stage.stop());

/** A case of somebody of whom not all is known, checked by the machine, with the token of its pay link. */
const aCaseLacking = async (lacking: Partial<ReturnType<typeof aStranger>>) => {
  const { desk, business } = stage.own;
  const caseId = await desk.start({ customer: { data: aStranger(lacking) } });
  await desk.rest(caseId);
  const { organizationId } = business;
  const link = await withTenant(stage.ports.db, organizationId, (tx) =>
    tx.accessLink.findFirstOrThrow({ where: { organizationId, caseId, purpose: 'PAY' } }),
  );
  return { caseId, token: stage.ports.links.tokenOf(link.id), read: () => desk.read(caseId) };
};

const LACKING = 'payPage { lacking { kind fields country } refusal { code } }';

const complete = (token: string, data: object) =>
  call(
    stage.anonymous,
    'completeCustomerData',
    { token, data: { kind: 'PERSON', language: 'de', ...data }, idempotencyKey: undefined },
    LACKING,
  );

const openKeys = async (read: Awaited<ReturnType<typeof aCaseLacking>>['read']) =>
  (await read()).discrepancies.filter(({ state }) => state === 'OPEN').map(({ key }) => key);

describe('the pay page of a customer of whom something is not known', () => {
  it('asks for it without standing in front of the payment, and shows nothing of what is known', async () => {
    const { token } = await aCaseLacking({ city: null, postalCode: null });
    const { data } = await stage.anonymous.query(
      `query ($token: String!) { payPage(token: $token) { lacking { kind fields country } refusal { code } } }`,
      { token },
    );
    expect(data.payPage).toEqual({
      lacking: { kind: 'PERSON', fields: ['postalCode', 'city'], country: 'DE' },
      refusal: null,
    });
  });

  it('takes it, runs the checks again, and changes nothing that is known', async () => {
    const { token, read } = await aCaseLacking({ city: null });
    expect(await openKeys(read)).toEqual(['required-fields']);
    const answer = await complete(token, { city: 'Husum', familyName: 'Fälschung', email: 'x@example.org' });
    expect(answer.payPage.lacking).toBeNull();
    const { customer } = await read();
    expect(customer.data.city).toBe('Husum');
    expect(customer.data.familyName).not.toBe('Fälschung');
    expect(customer.data.email).not.toBe('x@example.org');
    expect(await openKeys(read)).toEqual([]);
    const again = await complete(token, { city: 'Kiel' });
    expect(again.payPage.lacking).toBeNull();
    expect((await read()).customer.data.city).toBe('Husum');
  });

  it('judges a postal code by the country that is known', async () => {
    const { token, read } = await aCaseLacking({ postalCode: null, country: 'AT' });
    expect(await complete(token, { postalCode: '25813' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: ['input', 'data', 'postalCode'], code: 'POSTAL_CODE_INVALID' }],
    });
    expect((await read()).customer.data.postalCode).toBeNull();
  });

  it('opens with no other link', async () => {
    expect(await complete('f'.repeat(43), { city: 'Husum' })).toMatchObject({ code: 'LINK_NOT_VALID' });
  });
});
