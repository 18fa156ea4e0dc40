import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { call, freshKey } from '../../test/case-call.ts';
import { queryAll } from '../../test/rows.ts';
import type { TestClient } from '../../test/test-client.ts';
import { encodeId } from '../graphql/ids.ts';

let stage: ConnectedDesk;
let owner: TestClient;

beforeAll(async () => {
  stage = await aConnectedDesk();
  owner = await stage.signIn('OWNER');
});
afterAll(() => stage.stop());

const register = (said: object = {}, client = owner) =>
  call(
    client,
    'registerReader',
    { registrationCode: 'simulated-wpe', label: 'Tresen', ...said },
    'replayed reader { id label deviceType serialNumber removedAt }',
  );

const statuses = async (client = owner) => {
  const { data } = await client.query('{ readerStatuses { connection reader { id label } } }');
  return data.readerStatuses;
};

const known = () => stage.account.stripe.terminal.readers.list({ limit: 100 });

describe('the readers of a business', { timeout: 60_000 }, () => {
  it('are registered by the code on their display, at the address of the business', async () => {
    const { reader } = await register();
    expect(reader).toMatchObject({ label: 'Tresen', deviceType: 'simulated_wisepos_e', removedAt: null });
    const { data } = await stage.account.stripe.terminal.locations.list();
    expect(data).toMatchObject([
      { display_name: 'Sommer Möbel', address: { line1: 'Lindenweg 3', city: 'Münster', country: 'DE' } },
    ]);
    await register({ label: 'Werkstatt' });
    expect((await stage.account.stripe.terminal.locations.list()).data).toHaveLength(1);
    expect(await statuses()).toMatchObject([
      { connection: 'ONLINE', reader: { label: 'Tresen' } },
      { connection: 'ONLINE', reader: { label: 'Werkstatt' } },
    ]);
  });

  it('are registered once, however often the call is repeated', async () => {
    const idempotencyKey = freshKey();
    const before = (await known()).data.length;
    const [first, second] = await Promise.all([register({ idempotencyKey }), register({ idempotencyKey })]);
    const third = await register({ idempotencyKey });
    expect(new Set([first, second, third].map(({ reader }) => reader.id)).size).toBe(1);
    expect(third.replayed).toBe(true);
    expect((await known()).data).toHaveLength(before + 1);
    expect(await register({ idempotencyKey, label: 'Anders' })).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it('are found again after the answer of the provider was lost', async () => {
    const before = (await known()).data.length;
    const idempotencyKey = freshKey();
    const lost = { lever: 'timeout_after', method: 'POST', path: '/v1/terminal/readers', times: 3 };
    await stage.sandbox.press('faults', lost);
    expect(await register({ idempotencyKey })).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    expect(await register({ idempotencyKey })).toMatchObject({ replayed: false });
    expect((await known()).data).toHaveLength(before + 1);
  });

  it('are refused with a code that no reader shows, and without a name', async () => {
    expect(await register({ registrationCode: 'no-such-code' })).toMatchObject({
      fields: [{ path: ['input', 'registrationCode'], code: 'READER_UNKNOWN' }],
    });
    expect(await register({ label: ' ' })).toMatchObject({
      fields: [{ path: ['input', 'label'], code: 'REQUIRED' }],
    });
  });

  it('are the owner’s to register and to remove, and everybody’s to see', async () => {
    const clerk = await stage.signIn('CLERK');
    await expect(register({}, clerk)).rejects.toThrow('reader:write');
    const [{ reader }] = await statuses();
    await expect(call(clerk, 'removeReader', { readerId: reader.id })).rejects.toThrow('reader:write');
    expect(await statuses(await stage.signIn('ADVISER'))).toEqual(await statuses());
  });

  it('are removed here and at the provider', async () => {
    const { reader } = await register({ label: 'Messe' });
    const idempotencyKey = freshKey();
    const remove = () =>
      call(owner, 'removeReader', { readerId: reader.id, idempotencyKey }, 'replayed reader { removedAt }');
    expect(await remove()).toMatchObject({ replayed: false, reader: { removedAt: expect.any(String) } });
    expect(await remove()).toMatchObject({ replayed: true });
    expect(await call(owner, 'removeReader', { readerId: reader.id })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await statuses()).map((one: { reader: object }) => one.reader)).not.toContainEqual(
      expect.objectContaining({ label: 'Messe' }),
    );
    expect((await known()).data.map(({ label }) => label)).not.toContain('Messe');
    const unknown = { readerId: encodeId('Reader', stage.ports.newId()) };
    expect(await call(owner, 'removeReader', unknown)).toMatchObject({ code: 'NOT_FOUND', type: 'Reader' });
  });

  it('say when they cannot be reached, or when nobody can tell', async () => {
    const [row] = await queryAll<{ provider_ref: string }>(
      stage.database,
      "SELECT provider_ref FROM reader WHERE label = 'Tresen' AND removed_at IS NULL ORDER BY created_at LIMIT 1",
    );
    await stage.sandbox.press(`readers/${row?.provider_ref}/status`, { status: 'offline' });
    expect((await statuses())[0]).toMatchObject({ connection: 'OFFLINE' });
    await stage.sandbox.press(`readers/${row?.provider_ref}/status`, { status: 'online' });
    const broken = { lever: 'server_error_before', path: '/v1/terminal/readers', times: 1 };
    await stage.sandbox.press('faults', broken);
    expect((await statuses())[0]).toMatchObject({ connection: 'UNKNOWN' });
    expect((await statuses())[0]).toMatchObject({ connection: 'ONLINE' });
  });

  it('need a provider, and a place to stand at', async () => {
    const stranger = await stage.signUp('ohne@reader.example');
    const place = { street: 'Weg 1', postalCode: '10115', city: 'Berlin' };
    await call(stranger, 'createOrganization', { name: 'Ohne Anbieter', ...place });
    expect(await register({}, stranger)).toMatchObject({ code: 'PROVIDER_NOT_CONNECTED' });
    const [row] = await queryAll<{ street: string }>(
      stage.database,
      `SELECT street FROM organization WHERE id = '${stage.organizationId}'`,
    );
    const move = (street: string | null) =>
      stage.database.superuser.query('UPDATE organization SET street = $1 WHERE id = $2', [
        street,
        stage.organizationId,
      ]);
    await move(null);
    expect(await register()).toMatchObject({ code: 'ADDRESS_INCOMPLETE' });
    await move(row?.street ?? null);
  });
});
