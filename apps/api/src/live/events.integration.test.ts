import { appendEvents } from '@zahlwerk/db/events';
import { withTenant } from '@zahlwerk/db/tenant';
import { SYSTEM } from '@zahlwerk/domain/workflow/actor';
import type { EventType } from '@zahlwerk/domain/workflow/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../test/case-call.ts';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';
import { aLivedInBusiness, type LivedInBusiness } from '../../test/isolation/a-lived-in-business.ts';
import { createTestClient, type Data, type GraphqlAnswer, type TestClient } from '../../test/test-client.ts';
import { encodeCursor } from './cursor.ts';
import { FAMILY_OF } from './event-families.ts';

const EVENT = `fragment Told on Event { __typename id position cursor type at reason actor { kind name } case { number }
  ... on CaseEvent { backTo singleControl }
  ... on StepEvent { step run stoppedBecause { code message } }
  ... on CheckEvent { discrepancy { key resolved } }
  ... on ApprovalEvent { approval { kind state amount { amount } } }
  ... on DocumentEvent { url attachment { name } }
  ... on MoneyEvent { amount { amount currency } resolution payment { source amount { amount } } }
  ... on StatusEvent { statusBefore status }
  ... on AttemptEvent { attempt { state } stateBefore state failureCode }
  ... on CaptureEvent { capture { state amount { amount } } failureCode }
  ... on CustomerEvent { customer { name } version }
  ... on LinkEvent { expiresAt }
  ... on MethodEvent { method { last4 } }
  ... on TaskEvent { task { kind } }
  ... on InvoiceEvent { invoice { number kind } }
  ... on MessageEvent { message { template recipient } template }
  ... on PayoutEvent { payout { number state } }
  ... on MemberEvent { member { name } role }
  ... on ReaderEvent { reader { label } }
  ... on PartnerEvent { integration { name } apiKey { name } } }`;

const FEED = `query ($after: String) { events(after: $after, first: 100) { pageInfo { hasNextPage endCursor } edges { cursor node { ...Told } } } } ${EVENT}`;
const FOLLOW = `subscription ($after: String) { eventAppended(after: $after) { ...Told } } ${EVENT}`;

/** The whole log, page by page, as a partner catches up. */
const readAll = async (client: TestClient): Promise<readonly Data[]> => {
  const all: Data[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors }: GraphqlAnswer = await client.query(FEED, { after });
    expect(errors).toBeUndefined();
    const { edges, pageInfo } = data.events;
    expect(edges.every(({ cursor, node }: Data) => cursor === node.cursor)).toBe(true);
    all.push(...edges.map(({ node }: Data) => node));
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return all;
  }
};

const nameOf = (type: string): string => type.replaceAll('.', '_').toUpperCase();

describe('an event', { timeout: 60_000 }, () => {
  let api: TestApi;
  let business: LivedInBusiness;

  /** Appends what only workers and the provider tell of: a mail that was sent, a card that was stored, a reader. */
  const tellOfWorkers = ({ organizationId }: LivedInBusiness) =>
    withTenant(api.ports.db, organizationId, async (tx) => {
      const message = await tx.message.findFirstOrThrow({ where: { organizationId } });
      const method = await tx.paymentMethod.findFirstOrThrow({ where: { organizationId } });
      const reader = await tx.reader.findFirstOrThrow({ where: { organizationId } });
      const told = { stream: 'case', streamId: message.caseId ?? '', at: new Date(), actor: SYSTEM };
      const ofReader = { stream: 'reader', streamId: reader.id, data: { readerId: reader.id } };
      await appendEvents(tx, organizationId, [
        { ...told, type: 'message.sent', data: { messageId: message.id, template: message.template } },
        { ...told, type: 'method.updated', data: { methodId: method.id } },
        { ...told, ...ofReader, type: 'reader.registered' },
      ]);
    });

  beforeAll(async () => {
    api = await createTestApi();
    business = await aLivedInBusiness(api, 'Zaunkoenig');
    await tellOfWorkers(business);
  });

  afterAll(async () => {
    await api.stop();
  });

  it('is told by the type of its family, with what it is about', async () => {
    const events = await readAll(business.owner);
    const first = (type: EventType): Data => events.find((event) => event.type === nameOf(type));
    expect(new Set(events.map(({ __typename }) => __typename))).toEqual(new Set(Object.values(FAMILY_OF)));
    for (const [type, family] of Object.entries(FAMILY_OF))
      expect(events.filter((event) => event.type === nameOf(type) && event.__typename !== family)).toEqual(
        [],
      );
    expect(first('step.stopped')).toMatchObject({
      step: 'VERIFY_CUSTOMER_DATA',
      run: 1,
      stoppedBecause: { code: 'DISCREPANCY_OPEN', message: expect.stringMatching(/\w{3}/) },
    });
    expect(first('case.closed')).toMatchObject({ backTo: null, singleControl: expect.any(Boolean) });
    expect(first('discrepancy.raised')).toMatchObject({ discrepancy: { resolved: false } });
    expect(first('approval.asked')).toMatchObject({
      approval: { kind: 'WRITE_OFF', state: 'OPEN', amount: { amount: '19.00' } },
      reason: 'Kulanz Zaunkoenig',
    });
    expect(first('attachment.added')).toMatchObject({
      url: expect.stringContaining('/documents/'),
      attachment: { name: 'Auftrag Zaunkoenig' },
    });
    expect(first('payment.received')).toMatchObject({
      amount: { amount: '119.00', currency: 'EUR' },
      payment: { source: 'PROVIDER', amount: { amount: '119.00' } },
    });
    expect(first('payment.amount_confirmed')).toMatchObject({
      amount: { amount: '119.00' },
      resolution: 'EXACT',
    });
    expect(first('payment.status_changed')).toMatchObject({ statusBefore: 'REQUESTED', status: 'SETTLED' });
    expect(first('attempt.started')).toMatchObject({ attempt: { state: 'SUCCEEDED' }, failureCode: null });
    expect(first('customer.confirmed')).toMatchObject({
      customer: { name: expect.stringMatching(/^Frieda (\d+ )?Zaunkoenigzwei$/) },
      version: 1,
    });
    expect(first('method.requested')).toMatchObject({ expiresAt: expect.stringMatching(/^\d{4}-/) });
    expect(first('method.updated')).toMatchObject({ method: { last4: '4242' } });
    expect(first('task.created')).toMatchObject({ task: { kind: 'PAYMENT' } });
    expect(first('invoice.issued')).toMatchObject({ invoice: { kind: 'INVOICE' } });
    expect(first('message.sent').message).toMatchObject({ template: first('message.sent').template });
    expect(first('payout.proposed')).toMatchObject({ payout: { state: 'PROPOSED' } });
    expect(first('reader.registered')).toMatchObject({ reader: { label: expect.stringMatching(/\w/) } });
    expect(first('member.joined')).toMatchObject({ member: { name: 'Nora Zaunkoenig' }, role: 'OWNER' });
    expect(first('member.invited')).toMatchObject({ member: null, role: 'TEAM_LEAD' });
    expect(first('integration.created')).toMatchObject({
      integration: { name: 'Shop Zaunkoenig' },
      apiKey: null,
    });
    expect(first('api_key.created')).toMatchObject({ integration: null, apiKey: { name: 'Key Zaunkoenig' } });
  });

  it('is the same in the feed, on the stream, in the list and in its case', async () => {
    const events = await readAll(business.owner);
    const stream = await business.owner.subscribe(FOLLOW, { after: events[9]?.cursor });
    const heard = (await stream.take(events.length - 10)).map(({ data }) => data.data.eventAppended);
    await stream.close();
    expect(heard).toEqual(events.slice(10));
    const { data } = await business.owner.query(
      `query ($id: ID!) { latestEvents(first: 100) { edges { node { ...Told } } }
        paymentCase(id: $id) { events(first: 100) { edges { node { ...Told } } } } } ${EVENT}`,
      { id: business.caseId },
    );
    const listed = data.latestEvents.edges.map(({ node }: Data) => node);
    expect(listed).toEqual([...events].reverse().slice(0, 100));
    const ofCase: readonly Data[] = data.paymentCase.events.edges.map(({ node }: Data) => node);
    expect(ofCase.length).toBeGreaterThan(10);
    for (const event of ofCase) expect(listed).toContainEqual(event);
  });

  it('is found from either end, by one cursor for all readers', async () => {
    const events = await readAll(business.owner);
    const page = async (field: string, args: string) => {
      const { data } = await business.owner.query(
        `{ ${field}(${args}) { pageInfo { hasPreviousPage hasNextPage } edges { node { id } } } }`,
      );
      return { ...data[field].pageInfo, ids: data[field].edges.map(({ node }: Data) => node.id) };
    };
    const ids = events.map(({ id }) => id);
    const [first, second, third] = events.map(({ cursor }) => `"${cursor}"`);
    expect(await page('events', 'last: 2')).toMatchObject({ ids: ids.slice(-2), hasPreviousPage: true });
    expect(await page('events', `before: ${third}, last: 1`)).toMatchObject({ ids: [ids[1]] });
    expect(await page('events', `after: ${first}, before: ${third}`)).toMatchObject({ ids: [ids[1]] });
    expect(await page('latestEvents', `after: ${third}`)).toMatchObject({
      ids: [ids[1], ids[0]],
      hasNextPage: false,
    });
    expect(await page('latestEvents', `before: ${second}, last: 1`)).toMatchObject({ ids: [ids[2]] });
  });

  it('that is the last leaves an empty page behind it, with the place to go on from', async () => {
    const last = (await readAll(business.owner)).at(-1)?.cursor;
    const { data } = await business.owner.query(FEED, { after: last });
    expect(data.events).toEqual({ pageInfo: { hasNextPage: false, endCursor: last }, edges: [] });
  });

  describe('of which a key may not see the subject', () => {
    let key: TestClient;

    beforeAll(async () => {
      const named = { name: 'Nur Ereignisse' };
      const { integration } = await call(business.owner, 'createIntegration', named, 'integration { id }');
      const input = { ...named, integrationId: integration.id, scopes: ['event:read', 'customer:read'] };
      const { secret } = await call(business.owner, 'createApiKey', input, 'secret');
      key = createTestClient(api.url, { authorization: `Bearer ${secret}` });
    });

    const TYPES = 'types: [INVOICE_ISSUED, CUSTOMER_CONFIRMED, DISCREPANCY_RAISED]';
    const SUBJECTS = `id __typename ... on InvoiceEvent { invoice { number } }
      ... on CustomerEvent { customer { name } } ... on CheckEvent { discrepancy { key } }`;

    const expectOwnRights = (events: readonly Data[], errors: readonly Data[]): void => {
      const of = (family: string): readonly Data[] =>
        events.filter(({ __typename }) => __typename === family);
      expect(of('InvoiceEvent').length).toBeGreaterThan(0);
      expect(of('InvoiceEvent').every(({ invoice }) => invoice === null)).toBe(true);
      expect(of('CheckEvent').every(({ discrepancy }) => discrepancy === null)).toBe(true);
      expect(of('CustomerEvent').every(({ customer }) => customer.name.includes('Zaunkoenig'))).toBe(true);
      expect(new Set(errors.map(({ extensions }) => extensions.requiredScope))).toEqual(
        new Set(['invoice:read', 'case:read']),
      );
    };

    it('comes in the feed all the same, and the error names the scope', async () => {
      const { data, errors } = await key.query(`{ events(${TYPES}) { edges { node { ${SUBJECTS} } } } }`);
      expectOwnRights(
        data.events.edges.map(({ node }: Data) => node),
        errors ?? [],
      );
    });

    it('comes on the stream all the same, and the error names the scope', async () => {
      const events = (await readAll(business.owner)).filter(({ type }) =>
        ['INVOICE_ISSUED', 'CUSTOMER_CONFIRMED', 'DISCREPANCY_RAISED'].includes(type),
      );
      const stream = await key.subscribe(
        `subscription ($after: String) { eventAppended(after: $after, ${TYPES}) { ${SUBJECTS} } }`,
        {
          after: encodeCursor(0n),
        },
      );
      const told = await stream.take(events.length);
      await stream.close();
      expect(told.map(({ data }) => data.data.eventAppended.id)).toEqual(events.map(({ id }) => id));
      expectOwnRights(
        told.map(({ data }) => data.data.eventAppended),
        told.flatMap(({ data }) => data.errors ?? []),
      );
    });
  });
});
