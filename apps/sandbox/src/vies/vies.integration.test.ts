import { describe, expect, it } from 'vitest';
import { openSandbox } from '../../test/open-sandbox.ts';

const { sandbox } = await openSandbox();

const IRISH = { countryCode: 'IE', vatNumber: '6388047V', traderName: 'Clover Ltd', traderCity: 'Dublin' };
const OURS = { requesterMemberStateCode: 'DE', requesterNumber: '136695976' };

const ask = async (question: Readonly<Record<string, string>>) => {
  const response = await fetch(`${sandbox.pageUrl}/vies/rest-api/check-vat-number`, {
    method: 'POST',
    body: JSON.stringify(question),
  });
  return {
    status: response.status,
    body: (await response.json().catch(() => null)) as Record<string, unknown>,
  };
};

const press = (body: Readonly<Record<string, unknown>>) =>
  fetch(`${sandbox.pageUrl}/_sandbox/vies`, { method: 'POST', body: JSON.stringify(body) });

describe('the stand-in for VIES', () => {
  it('knows every id under the name it is asked for, and numbers the consultation of who has an id', async () => {
    expect((await ask({ ...IRISH, ...OURS })).body).toMatchObject({
      valid: true,
      name: 'Clover Ltd',
      requestIdentifier: expect.stringMatching(/^WAPIAAAA\d{8}$/),
      traderNameMatch: 'NOT_PROCESSED',
    });
    expect((await ask(IRISH)).body).toMatchObject({ valid: true, requestIdentifier: '' });
  });

  it('answers otherwise about one id, as often as a lever says', async () => {
    await press({ lever: 'not_valid', vatId: 'IE6388047V', times: 1 });
    expect((await ask({ ...IRISH, vatNumber: '1234567WA' })).body).toMatchObject({ valid: true });
    expect((await ask(IRISH)).body).toMatchObject({ valid: false, name: '---' });
    expect((await ask(IRISH)).body).toMatchObject({ valid: true });
  });

  it('tells other names and none, and the errors of member states with status 200', async () => {
    await press({ lever: 'other_name', times: 1 });
    expect((await ask(IRISH)).body).toMatchObject({ name: 'Ganz Andere Handels AG' });
    await press({ lever: 'hidden_name', times: 1 });
    expect((await ask(IRISH)).body).toMatchObject({ name: '---', traderNameMatch: 'VALID' });
    await press({ lever: 'MS_MAX_CONCURRENT_REQ', times: 1 });
    expect(await ask(IRISH)).toEqual({
      status: 200,
      body: { actionSucceed: false, errorWrappers: [{ error: 'MS_MAX_CONCURRENT_REQ' }] },
    });
    await press({ lever: 'server_error', times: 1 });
    expect((await ask(IRISH)).status).toBe(500);
  });

  it('refuses a lever that it does not have', async () => {
    expect((await press({ lever: 'maybe' })).status).toBe(400);
  });
});
