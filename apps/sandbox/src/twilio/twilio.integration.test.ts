import { describe, expect, it } from 'vitest';
import { openSandbox } from '../../test/open-sandbox.ts';
import { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER } from './twilio.ts';

const { sandbox } = await openSandbox();

const send = (token: string) =>
  fetch(`${sandbox.twilioUrl}/2010-04-01/Accounts/${TWILIO_ACCOUNT_SID}/Messages.json`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${TWILIO_ACCOUNT_SID}:${token}`)}` },
    body: new URLSearchParams({ To: '+4915112345678', From: TWILIO_PHONE_NUMBER, Body: 'Ihr Code: 123456' }),
  });

describe('the Twilio stand-in', () => {
  it('takes a text message and shows it on its page', async () => {
    const response = await send(TWILIO_AUTH_TOKEN);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      sid: expect.stringMatching(/^SM/),
      to: '+4915112345678',
      status: 'queued',
    });
    expect(await (await fetch(sandbox.twilioUrl)).text()).toContain('+4915112345678');
  });

  it('refuses a wrong token', async () => {
    expect((await send('wrong')).status).toBe(401);
  });
});
