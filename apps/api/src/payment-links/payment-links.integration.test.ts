import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStranger } from '../../test/a-desk.ts';
import { aStage, type Stage } from '../../test/a-stage.ts';
import { call, freshKey } from '../../test/case-call.ts';
import { queryAll, readViolations } from '../../test/rows.ts';
import { createTestClient, type TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

const EUR = (amount: string) => ({ amount, currency: 'EUR' });
const LINK = 'paymentLink { id url version state enabled caseCount qrCodeSvg amount { amount } } replayed';
const COURSE = { titleDe: 'Werkstattkurs', titleEn: 'Workshop', amount: EUR('119.00'), taxCase: 'DE_19' };
const DONATION = { titleDe: 'Spende', minimum: EUR('5.00'), maximum: EUR('500.00') };

let stage: Stage;
let owner: TestClient;

beforeAll(async () => {
  stage = await aStage({ env: { ZAHLWERK_TRUSTED_IP_HEADER: 'x-caller' } });
  owner = await stage.signIn('OWNER');
});

afterAll(() => stage.stop());

const make = async (link: object) => (await call(owner, 'createPaymentLink', { link }, LINK)).paymentLink;

const tokenOf = ({ url }: { readonly url: string }): string => url.split('/').at(-1) ?? '';

let callers = 0;

/** Somebody on the street, each with an address of their own. */
const aPasserBy = (): TestClient => {
  callers += 1;
  return createTestClient(stage.url, { 'x-caller': `198.51.100.${callers}` }, stage.ports.publicUrl);
};

const start = (token: string, said: object = {}, client = aPasserBy()) =>
  call(client, 'startFromLink', { token, customer: aStranger(), ...said }, 'url replayed');

const page = async (token: string) =>
  (
    await stage.anonymous.query(
      `query ($token: String!) { linkPage(token: $token) {
        payee state title(language: en) amount { amount } minimum { amount } maximum { amount } required } }`,
      { token },
    )
  ).data.linkPage;

const casesOf = (linkId: string) =>
  queryAll<{ channel: string; initiated_by_kind: string; invoicing: string; amount_due_minor: string }>(
    stage.database,
    `SELECT channel, initiated_by_kind, invoicing, amount_due_minor FROM payment_case
     WHERE payment_link_id = $1 ORDER BY id`,
    [linkId],
  );

const rowIdOf = ({ id }: { readonly id: string }): string =>
  Buffer.from(id, 'base64').toString('utf8').split(':').at(-1) ?? '';

describe('a public payment link', () => {
  it('is made by the owner once per key, with an address and a QR code', async () => {
    const input = { link: COURSE, idempotencyKey: freshKey() };
    const first = await call(owner, 'createPaymentLink', input, LINK);
    const again = await call(owner, 'createPaymentLink', input, LINK);
    expect(first.paymentLink.url).toMatch(/\/link\/[\w-]{43}$/);
    expect(first.paymentLink.qrCodeSvg).toContain('<svg');
    expect(first.paymentLink).toMatchObject({ state: 'ACTIVE', amount: { amount: '119.00' }, caseCount: 0 });
    expect(again).toMatchObject({ replayed: true, paymentLink: { id: first.paymentLink.id } });
  });

  it('is made by nobody else', async () => {
    for (const role of ['TEAM_LEAD', 'CLERK', 'ADVISER'] as const) {
      const client = await stage.signIn(role);
      await expect(call(client, 'createPaymentLink', { link: COURSE }, LINK)).rejects.toThrow('link:write');
    }
  });

  it('shows a customer what for and how much, and what must be known', async () => {
    const token = tokenOf(await make(DONATION));
    expect(await page(token)).toEqual({
      payee: 'Sommer Möbel',
      state: 'ACTIVE',
      title: 'Spende',
      amount: null,
      minimum: { amount: '5.00' },
      maximum: { amount: '500.00' },
      required: ['name', 'email', 'street', 'postalCode', 'city', 'country'],
    });
    expect(await page('f'.repeat(43))).toBeNull();
  });

  it('starts a case of the customer that leads to its pay page', async () => {
    const link = await make(COURSE);
    const { url, replayed } = await start(tokenOf(link), { reference: 'B-12' });
    expect(replayed).toBe(false);
    const { data } = await stage.anonymous.query(
      'query ($token: String!) { payPage(token: $token) { amountOpen { amount } orderReference purpose lines { name } } }',
      { token: url.split('/').at(-1) },
    );
    expect(data.payPage).toEqual({
      amountOpen: { amount: '119.00' },
      orderReference: 'B-12',
      purpose: 'Werkstattkurs',
      lines: [{ name: 'Werkstattkurs' }],
    });
    expect(await casesOf(rowIdOf(link))).toEqual([
      { channel: 'ONLINE', initiated_by_kind: 'CUSTOMER', invoicing: 'ISSUE', amount_due_minor: '11900' },
    ]);
    const seen = await owner.query(
      'query ($id: ID!) { paymentLink(id: $id) { caseCount cases(first: 5) { totalCount edges { node { number } } } } }',
      { id: link.id },
    );
    expect(seen.data.paymentLink).toMatchObject({ caseCount: 1, cases: { totalCount: 1, edges: [{}] } });
    expect(await readViolations(stage.database)).toEqual([]);
  });

  it('starts one case however often the same start arrives, also at once', async () => {
    const link = await make(DONATION);
    const said = { customer: aStranger(), amount: EUR('20.00'), idempotencyKey: freshKey() };
    const answers = await Promise.all(Array.from({ length: 8 }, () => start(tokenOf(link), said)));
    expect(new Set(answers.map(({ url }) => url)).size).toBe(1);
    expect(await casesOf(rowIdOf(link))).toHaveLength(1);
    expect(await start(tokenOf(link), { ...said, amount: EUR('21.00') })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it.each([
    ['a lower amount', { amount: EUR('4.99') }, ['input.amount', 'BELOW_MINIMUM']],
    ['a higher amount', { amount: EUR('500.01') }, ['input.amount', 'ABOVE_MAXIMUM']],
    ['no amount', {}, ['input.amount', 'REQUIRED']],
    ['half a cent', { amount: EUR('10.005') }, ['input.amount.amount', 'TOO_MANY_DECIMALS']],
    [
      'no name',
      { customer: aStranger({ familyName: null, givenName: null }) },
      ['input.customer.familyName', 'REQUIRED'],
    ],
    ['no city', { customer: aStranger({ city: null }) }, ['input.customer.city', 'REQUIRED']],
    [
      'two addresses',
      { customer: aStranger({ email: 'a@example.org,b@example.org' }) },
      ['input.customer.email', 'EMAIL_UNSAFE'],
    ],
    [
      'a card number',
      { customer: aStranger({ city: '4242 4242 4242 4242' }) },
      ['input.customer.city', 'CARD_NUMBER'],
    ],
    ['a hidden direction', { reference: 'A\u202e17' }, ['input.reference', 'BIDI_CONTROL']],
  ])('refuses %s and writes nothing', async (_what, said, [path, code]) => {
    const link = await make(DONATION);
    const answer = await start(tokenOf(link), {
      ...(path === 'input.amount' ? {} : { amount: EUR('10.00') }),
      ...said,
    });
    expect(answer).toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(
      answer.fields.map((field: { path: string[]; code: string }) => [field.path.join('.'), field.code]),
    ).toContainEqual([path, code]);
    expect(await casesOf(rowIdOf(link))).toEqual([]);
  });

  it('starts nothing while it is off, and nothing after its last day', async () => {
    const { id, version, url } = await make(COURSE);
    const update = (input: object) => call(owner, 'updatePaymentLink', { paymentLinkId: id, ...input }, LINK);
    const off = await update({ enabled: false, expectedVersion: version });
    expect(off.paymentLink).toMatchObject({ state: 'OFF', version: 2 });
    expect(await page(tokenOf({ url }))).toMatchObject({ state: 'OFF' });
    expect(await start(tokenOf({ url }))).toMatchObject({ code: 'LINK_NOT_VALID' });
    expect(await update({ enabled: true, expectedVersion: 1 })).toMatchObject({ currentVersion: 2 });
    const past = { ...COURSE, expiresOn: '2020-01-01' };
    expect((await update({ link: past, expectedVersion: 2 })).fields).toEqual([
      { path: ['input', 'link', 'expiresOn'], code: 'IN_THE_PAST' },
    ]);
    expect(await casesOf(rowIdOf({ id }))).toEqual([]);
  });

  it('of another business is found by nobody here', async () => {
    const link = await make(COURSE);
    const stranger = await stage.signUp('fremd@example.org');
    await call(
      stranger,
      'createOrganization',
      { name: 'Fremd', street: 'Weg 1', postalCode: '24103', city: 'Kiel' },
      'organization { id }',
    );
    const { data } = await stranger.query(
      'query ($id: ID!) { paymentLink(id: $id) { id } paymentLinks { totalCount } }',
      {
        id: link.id,
      },
    );
    expect(data).toEqual({ paymentLink: null, paymentLinks: { totalCount: 0 } });
    const change = { paymentLinkId: link.id, enabled: false, expectedVersion: 1 };
    expect(await call(stranger, 'updatePaymentLink', change, LINK)).toMatchObject({ code: 'NOT_FOUND' });
    const unknown = { ...change, paymentLinkId: encodeId('PaymentLink', stage.ports.newId()) };
    expect(await call(owner, 'updatePaymentLink', unknown, LINK)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does not help anybody to flood a mailbox', async () => {
    const token = tokenOf(await make(COURSE));
    const customer = aStranger({ email: 'Opfer@example.org' });
    const answers = [];
    for (let n = 0; n < 11; n += 1) answers.push(await start(token, { customer }));
    expect(answers.map(({ code }) => code ?? 'ok')).toEqual([...Array(10).fill('ok'), 'TOO_MANY_REQUESTS']);
    expect(answers.at(-1)).toMatchObject({ retryable: true });
    expect(await start(token)).toHaveProperty('url');
  });

  it('takes only so many starts from one address', async () => {
    const [token, crowd] = ['f'.repeat(43), aPasserBy()];
    const codes: string[] = [];
    for (let n = 0; n < 31; n += 1) codes.push((await start(token, {}, crowd)).code);
    expect(codes.slice(28)).toEqual(['LINK_NOT_VALID', 'LINK_NOT_VALID', 'TOO_MANY_REQUESTS']);
    expect(await start(token)).toMatchObject({ code: 'LINK_NOT_VALID' });
  });
});
