import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aCompany } from '@zahlwerk/domain/customers/customer.fixture';
import { afterEach, describe, expect, it } from 'vitest';
import { createViesRegister } from './vies-register.ts';

let server: Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Asks a register that answers with this; null: with silence. */
const ask = async (
  answer: { readonly status?: number; readonly body: string } | null,
  timeoutMs?: number,
) => {
  const bodies: unknown[] = [];
  server = createServer(async (request, response) => {
    bodies.push(JSON.parse(Buffer.concat(await request.toArray()).toString()));
    if (answer) response.writeHead(answer.status ?? 200).end(answer.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const register = createViesRegister({ baseUrl }, timeoutMs);
  const customer = aCompany({ company: 'Clover Ltd', street: null, postalCode: null, city: 'Dublin' });
  return {
    said: await register.ask({ vatId: 'IE6388047V', requesterVatId: 'DE136695976', customer }),
    bodies,
  };
};

const json = (body: object) => ({ body: JSON.stringify(body) });

describe('VIES', () => {
  it('is asked in our name about id, name and place, without what is not known', async () => {
    const { bodies } = await ask(json({ valid: true }));
    expect(bodies).toEqual([
      {
        ...{ countryCode: 'IE', vatNumber: '6388047V', traderName: 'Clover Ltd', traderCity: 'Dublin' },
        ...{ requesterMemberStateCode: 'DE', requesterNumber: '136695976' },
      },
    ]);
  });

  it.each([
    [
      { valid: true, name: 'CLOVER LIMITED', requestIdentifier: 'WAPI1' },
      { nameMatch: 'SAME', requestNumber: 'WAPI1' },
    ],
    [
      { valid: true, name: '---', address: '---', requestIdentifier: '' },
      { nameMatch: 'NOT_TOLD', name: null, requestNumber: null },
    ],
    [{ valid: true, name: '---', traderNameMatch: 'INVALID' }, { nameMatch: 'OTHER' }],
    [{ valid: true, name: 'Berg AB', traderNameMatch: 'NOT_PROCESSED' }, { nameMatch: 'OTHER' }],
  ])('confirms with %o', async (body, expected) => {
    expect((await ask(json(body))).said).toMatchObject({ outcome: 'CONFIRMED', ...expected });
  });

  it('says no to an id that is not in use, and to one that cannot be', async () => {
    expect((await ask(json({ valid: false, name: '---' }))).said).toMatchObject({ outcome: 'NOT_CONFIRMED' });
    const impossible = json({ actionSucceed: false, errorWrappers: [{ error: 'INVALID_INPUT' }] });
    expect((await ask(impossible)).said).toMatchObject({ outcome: 'NOT_CONFIRMED', reason: 'INVALID_INPUT' });
  });

  it.each([
    [json({ actionSucceed: false, errorWrappers: [{ error: 'MS_UNAVAILABLE' }] }), 'MS_UNAVAILABLE'],
    [{ status: 503, ...json({ valid: true }) }, 'HTTP_503'],
    [{ status: 500, body: '<html>' }, 'HTTP_500'],
    [{ body: '' }, 'UNREADABLE'],
    [json({ valid: 'yes' }), 'UNREADABLE'],
    [{ status: 200, ...json({ valid: true, name: 'x'.repeat(3_000) }) }, 'UNREADABLE'],
  ])('knows nothing after %o', async (answer, reason) => {
    expect((await ask(answer)).said).toMatchObject({ outcome: 'UNAVAILABLE', reason });
  });

  it('is not waited for for ever, and may be away', async () => {
    expect((await ask(null, 50)).said).toMatchObject({ outcome: 'UNAVAILABLE', reason: 'TIMEOUT' });
    const away = createViesRegister({ baseUrl: 'http://127.0.0.1:1' });
    expect(await away.ask({ vatId: 'IE6388047V', requesterVatId: null, customer: aCompany() })).toMatchObject(
      { outcome: 'UNAVAILABLE', reason: 'UNREACHABLE' },
    );
  });
});
