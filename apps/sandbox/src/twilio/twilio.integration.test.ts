import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { openSandbox } from '../../test/open-sandbox.ts';
import { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER } from './twilio.ts';

const { sandbox } = await openSandbox();

/** The SDK knows only Twilio's own hosts, so an interceptor turns its requests to the sandbox. */
const client = (token: string) => {
  const httpClient = new twilio.RequestClient();
  httpClient.axios.interceptors.request.use((config) => ({
    ...config,
    url: (config.url ?? '').replace('https://api.twilio.com', sandbox.twilioUrl),
  }));
  return twilio(TWILIO_ACCOUNT_SID, token, { httpClient });
};
const message = { to: '+4915112345678', from: TWILIO_PHONE_NUMBER, body: 'Ihr Code: 123456' };

describe('the Twilio stand-in', () => {
  it('takes a text message and shows it on its page', async () => {
    const sent = await client(TWILIO_AUTH_TOKEN).messages.create(message);
    expect(sent).toMatchObject({ sid: expect.stringMatching(/^SM/), to: message.to, status: 'queued' });
    expect((await client(TWILIO_AUTH_TOKEN).messages(sent.sid).fetch()).body).toBe(message.body);
    expect(await (await fetch(sandbox.twilioUrl)).text()).toContain(message.to);
  });

  it('refuses a wrong token and a sender that is not ours', async () => {
    await expect(client('wrong').messages.create(message)).rejects.toMatchObject({ status: 401 });
    await expect(
      client(TWILIO_AUTH_TOKEN).messages.create({ ...message, from: '+15550001111' }),
    ).rejects.toMatchObject({ code: 21606 });
  });
});
