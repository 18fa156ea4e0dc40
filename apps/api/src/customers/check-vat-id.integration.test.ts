import { withTenant } from '@zahlwerk/db/tenant';
import type { CustomerData } from '@zahlwerk/domain/customers/customer-data';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { aStranger } from '../../test/a-desk.ts';
import { call, freshKey } from '../../test/case-call.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';
import { checkDueVatIds } from './check-vat-ids.ts';

const IRISH = 'IE6388047V';
const COMPANY = {
  kind: 'COMPANY' as const,
  ...{ givenName: null, familyName: null, company: 'Clover Ltd' },
  ...{
    street: 'Dawson Street 1',
    postalCode: 'D02 XY45',
    city: 'Dublin',
    country: 'IE' as const,
    vatId: IRISH,
  },
} satisfies Partial<CustomerData>;
const CHECK = `vatCheck {
  id vatId outcome askAt askedBy { kind } reason requestNumber name address nameMatch register requesterVatId answer
}`;

let stage: ConnectedDesk;
let clerk: TestClient;

beforeAll(async () => {
  stage = await aConnectedDesk();
  await withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.organization.updateMany({ data: { vatId: 'DE136695976' } }),
  );
  clerk = await stage.signIn('CLERK');
});
afterAll(() => stage.stop());

const aCustomer = async (deviation: Partial<CustomerData> = {}): Promise<string> => {
  const caseId = await stage.desk.start({ customer: { data: aStranger({ ...COMPANY, ...deviation }) } });
  return (await stage.desk.read(caseId)).customer.id;
};

const ask = (customerId: string, key = freshKey(), client = clerk) =>
  call(
    client,
    'checkVatId',
    { customerId: encodeId('Customer', customerId), idempotencyKey: key },
    `replayed ${CHECK}`,
  );

const checksOf = async (customerId: string) => {
  const { data } = await clerk.query(
    `query ($id: ID!) { customer(id: $id) { vatChecks { outcome reason askAt requestNumber nameMatch name askedBy { kind } } } }`,
    { id: encodeId('Customer', customerId) },
  );
  return data.customer.vatChecks;
};

const press = (body: Readonly<Record<string, unknown>>) => stage.sandbox.press('vies', body);

const tasksAbout = (customerId: string) =>
  withTenant(stage.ports.db, stage.organizationId, (tx) =>
    tx.task.findMany({ where: { subjectId: customerId, reason: 'VAT_ID_NOT_CONFIRMED' } }),
  );

describe('the check of a VAT id at the register', { timeout: 60_000 }, () => {
  it('keeps who asked, and what the register has answered under which number', async () => {
    const customerId = await aCustomer();
    const asked = await ask(customerId);
    expect(asked).toMatchObject({ replayed: false, vatCheck: { vatId: IRISH, outcome: null } });
    await stage.settle();
    const { data } = await clerk.query(
      `query ($id: ID!) { customer(id: $id) { ${CHECK.replace('vatCheck', 'vatChecks')} } }`,
      {
        id: encodeId('Customer', customerId),
      },
    );
    const [check] = data.customer.vatChecks;
    expect(check).toMatchObject({
      ...{
        id: asked.vatCheck.id,
        outcome: 'CONFIRMED',
        askAt: null,
        askedBy: { kind: 'MEMBER' },
        reason: null,
      },
      ...{ name: 'Clover Ltd', nameMatch: 'SAME', register: 'VIES', requesterVatId: 'DE136695976' },
      requestNumber: expect.stringMatching(/^WAPIAAAA/),
    });
    expect(JSON.parse(check.answer)).toMatchObject({ valid: true, countryCode: 'IE', vatNumber: '6388047V' });
  });

  it('asks once for one key, and not twice while a question waits', async () => {
    const customerId = await aCustomer();
    const key = freshKey();
    const [first, again, beside] = [
      await ask(customerId, key),
      await ask(customerId, key),
      await ask(customerId),
    ];
    expect(again).toMatchObject({ replayed: true, vatCheck: { id: first.vatCheck.id } });
    expect(beside).toMatchObject({ replayed: false, vatCheck: { id: first.vatCheck.id } });
    await stage.settle();
    expect(await checksOf(customerId)).toMatchObject([{ outcome: 'CONFIRMED' }]);
  });

  it('makes a task of an id that the register does not know, once', async () => {
    const customerId = await aCustomer();
    await press({ lever: 'not_valid', vatId: IRISH, times: 2 });
    for (let times = 0; times < 2; times += 1) {
      await ask(customerId);
      await stage.settle();
    }
    expect(await checksOf(customerId)).toMatchObject([
      { outcome: 'NOT_CONFIRMED' },
      { outcome: 'NOT_CONFIRMED' },
    ]);
    expect(await tasksAbout(customerId)).toMatchObject([{ detail: IRISH, subject: 'CUSTOMER' }]);
  });

  it.each([
    ['MS_UNAVAILABLE', 'MS_UNAVAILABLE'],
    ['MS_MAX_CONCURRENT_REQ', 'MS_MAX_CONCURRENT_REQ'],
    ['server_error', 'HTTP_500'],
  ])('is no no when the register says %s, and is asked again later', async (lever, reason) => {
    const customerId = await aCustomer();
    await press({ lever, vatId: IRISH, times: 1 });
    await ask(customerId);
    await stage.settle();
    expect(await checksOf(customerId)).toMatchObject([
      { outcome: null, askedBy: { kind: 'SYSTEM' } },
      { outcome: 'UNAVAILABLE', reason, askedBy: { kind: 'MEMBER' } },
    ]);
    await stage.lookAround(30);
    expect((await checksOf(customerId))[0]).toMatchObject({ outcome: null });
    await stage.lookAround(60);
    expect((await checksOf(customerId))[0]).toMatchObject({
      outcome: 'CONFIRMED',
      askedBy: { kind: 'SYSTEM' },
    });
    expect(await tasksAbout(customerId)).toEqual([]);
  });

  it('tells an id that belongs to somebody else, also where the register only compares', async () => {
    const [other, hidden] = [await aCustomer(), await aCustomer()];
    await press({ lever: 'other_name', vatId: IRISH, times: 1 });
    await ask(other);
    await stage.settle();
    expect(await checksOf(other)).toMatchObject([
      { outcome: 'CONFIRMED', nameMatch: 'OTHER', name: 'Ganz Andere Handels AG' },
    ]);
    await press({ lever: 'hidden_name', vatId: IRISH, times: 1 });
    await ask(hidden);
    await stage.settle();
    expect(await checksOf(hidden)).toMatchObject([{ outcome: 'CONFIRMED', nameMatch: 'SAME', name: null }]);
  });

  it('is taken up by another process when one does not come back', async () => {
    const customerId = await aCustomer();
    await ask(customerId);
    await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.vatCheck.updateMany({
        where: { customerId },
        data: { askAt: new Date(Date.now() + 90_000_000_000) },
      }),
    );
    await stage.settle();
    expect(await checksOf(customerId)).toMatchObject([{ outcome: null }]);
    await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.vatCheck.updateMany({ where: { customerId }, data: { askAt: new Date() } }),
    );
    await stage.lookAround();
    expect(await checksOf(customerId)).toMatchObject([{ outcome: 'CONFIRMED' }]);
  });

  it('answers in a sentence where no register is in use', async () => {
    const customerId = await aCustomer();
    await ask(customerId);
    await checkDueVatIds({ ...stage.ports, vatRegister: null }, stage.organizationId);
    expect(await checksOf(customerId)).toMatchObject([
      { outcome: 'UNAVAILABLE', reason: 'SWITCHED_OFF', askAt: null },
    ]);
  });

  it.each([{ vatId: null }, { vatId: 'CHE116281710' }])('is refused for %o', async (deviation) => {
    expect(await ask(await aCustomer(deviation))).toMatchObject({ code: 'VAT_ID_NOT_IN_REGISTER' });
  });

  it('is refused to who only reads, and for a customer that is not there', async () => {
    const adviser = await stage.signIn('ADVISER');
    await expect(ask(await aCustomer(), freshKey(), adviser)).rejects.toThrow('customer:check');
    expect(await ask(stage.ports.newId())).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is evidence: an answer stays as it was given', async () => {
    const customerId = await aCustomer();
    await ask(customerId);
    await stage.settle();
    const rewrite = withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.vatCheck.updateMany({ where: { customerId }, data: { outcome: 'NOT_CONFIRMED' } }),
    );
    await expect(rewrite).rejects.toThrow(/what is written there stays/);
  });

  it('stops asking after a day of silence', async () => {
    const customerId = await aCustomer();
    await press({ lever: 'SERVICE_UNAVAILABLE', vatId: IRISH });
    await ask(customerId);
    await stage.settle();
    for (let round = 0; round < 8; round += 1) await stage.lookAround(2 * 86_400);
    const checks = await checksOf(customerId);
    expect(checks).toHaveLength(7);
    expect(new Set(checks.map(({ outcome }: { outcome: string }) => outcome))).toEqual(
      new Set(['UNAVAILABLE']),
    );
    await fetch(`${stage.sandbox.stripeUrl}/_sandbox/vies`, { method: 'DELETE' });
  });
});
