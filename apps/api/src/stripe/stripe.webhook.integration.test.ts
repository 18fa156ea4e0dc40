import { withTenant } from '@zahlwerk/db/tenant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { anEvent, deliver, readInbox } from '../../test/deliver.ts';
import { CARDS, enterCard } from '../../test/on-the-hosted-page.ts';
import { readRows } from '../../test/rows.ts';
import { withoutDatabase } from '../../test/without-database.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());

const now = (): number => Math.floor(Date.now() / 1000);

describe('a delivery that is not the provider’s', () => {
  const forgeries: Readonly<Record<string, () => Promise<number>>> = {
    'signed with another secret': () => deliver(stage, anEvent('pi_1'), { secret: 'whsec_of_somebody_else' }),
    'changed by one byte after it was signed': () =>
      deliver(stage, anEvent('pi_1'), { tampered: (body) => body.replace('pi_1', 'pi_2') }),
    'older than five minutes': () => deliver(stage, anEvent('pi_1'), { timestamp: now() - 301 }),
    'from an hour ahead': () => deliver(stage, anEvent('pi_1'), { timestamp: now() + 3_600 }),
    'signed, and yet no JSON': () => deliver(stage, '{"id": "evt_1",'),
    'signed, and yet no event': () => deliver(stage, { object: 'list', data: [] }),
  };

  it.each(Object.entries(forgeries))('is refused with 400 and leaves no trace: %s', async (_name, send) => {
    const before = await readRows(stage.database);
    expect(await send()).toBe(400);
    expect(await readRows(stage.database)).toEqual(before);
  });

  it('is refused with 400 without any signature', async () => {
    const { url, account } = stage;
    const answer = await fetch(`${url}/webhooks/stripe/${account.id}`, {
      method: 'POST',
      body: JSON.stringify(anEvent('pi_1')),
    });
    expect(answer.status).toBe(400);
  });
});

describe('a delivery to an address that is nobody’s', () => {
  const sendTo = (account: string): Promise<number> =>
    deliver({ ...stage, account: { ...stage.account, id: account } }, anEvent('pi_1'));

  it('is answered with 404', async () => {
    expect(await sendTo(stage.ports.newId())).toBe(404);
    expect(await sendTo('acct_1')).toBe(404);
  });

  it('is answered with 404 once the account is disconnected', async () => {
    const other = await stage.connect();
    expect(await deliver({ ...stage, account: other }, anEvent('pi_1'))).toBe(200);
    await stage.workOff();
    const where = { organizationId_id: { organizationId: stage.organizationId, id: other.id } };
    await withTenant(stage.ports.db, stage.organizationId, (tx) =>
      tx.providerAccount.update({ where, data: { disabledAt: new Date() } }),
    );
    expect(await deliver({ ...stage, account: other }, anEvent('pi_1'))).toBe(404);
  });
});

describe('a delivery while the database is away', () => {
  it('is answered with 503; the provider sends it again, and the money is booked', {
    timeout: 60_000,
  }, async () => {
    const { desk, sandbox } = stage;
    const caseId = await desk.waiting();
    const page = await stage.openCheckout(caseId);
    await stage.settle();
    const before = (await readInbox(stage)).length;
    await withoutDatabase(stage.database, async () => {
      await enterCard(page, CARDS.good, 'Frieda Lorenzen');
      await sandbox.settled();
      expect(await deliver(stage, anEvent('pi_1'))).toBe(503);
    });
    expect(await readInbox(stage)).toHaveLength(before);
    expect((await desk.read(caseId)).payments).toEqual([]);
    await sandbox.press('clock', { advanceSeconds: 6 });
    await stage.settle();
    const { publishedStatus, payments } = await desk.read(caseId);
    expect(publishedStatus).toBe('SETTLED');
    expect(payments.map(({ amount }) => amount.minor)).toEqual([119_00n]);
  });
});

describe('a delivery of the provider', () => {
  it('is stored once, however often it comes', async () => {
    const event = anEvent('pi_unknown_to_everybody');
    expect(await deliver(stage, event)).toBe(200);
    const before = await readRows(stage.database);
    expect(await deliver(stage, event)).toBe(200);
    // What it says the second time does not count: it is fetched anyway.
    expect(await deliver(stage, { ...event, type: 'payment_intent.canceled' })).toBe(200);
    expect(await readRows(stage.database)).toEqual(before);
  });

  it('is accepted with either secret while they are being exchanged', async () => {
    const { id, webhookSecret } = stage.account;
    const organizationId = stage.organizationId;
    const sealed = stage.ports.box.seal(`whsec_the_new_one\n${webhookSecret}`);
    await withTenant(stage.ports.db, organizationId, (tx) =>
      tx.providerAccount.update({
        where: { organizationId_id: { organizationId, id } },
        data: { webhookSecret: sealed },
      }),
    );
    expect(await deliver(stage, anEvent('pi_3'), { secret: 'whsec_the_new_one' })).toBe(200);
    expect(await deliver(stage, anEvent('pi_4'), { secret: webhookSecret })).toBe(200);
  });

  it('is taken and done with when it is a thin event, which nobody here follows', async () => {
    const id = 'evt_thin_1';
    const thin = {
      id,
      object: 'v2.core.event',
      type: 'v2.core.account.updated',
      created: new Date().toISOString(),
      livemode: false,
      context: null,
      related_object: { id: 'acct_1', type: 'v2.core.account', url: '/v2/core/accounts/acct_1' },
    };
    expect(await deliver(stage, thin)).toBe(200);
    await stage.workOff('apply-provider-event');
    const rows = await readInbox(stage);
    expect(rows.find(({ event_id }) => event_id === id)).toMatchObject({ state: 'DONE', object_id: null });
  });
});
