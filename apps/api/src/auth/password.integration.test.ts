import { withSystem } from '@zahlwerk/db/system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { mailPasswordReset } from './mail-password-reset.ts';

const PASSWORD = 'correct horse 42';
const credentials = (email: string, password = PASSWORD) => ({ email, name: 'Nora Neu', password });

describe('people who have a password', { timeout: 30_000 }, () => {
  let desk: ConnectedDesk;

  beforeAll(async () => {
    desk = await aConnectedDesk({ env: { ZAHLWERK_TRUSTED_IP_HEADER: 'x-caller' } });
  });

  afterAll(() => desk.stop());

  const post = (path: string, body: object, headers: Readonly<Record<string, string>> = {}) =>
    desk.anonymous.post(`/api/auth/${path}`, body, headers);
  const signUp = async (email: string) => (await post('sign-up/email', credentials(email))).cookie;
  const signIn = async (email: string, password: string) =>
    (await post('sign-in/email', credentials(email, password))).status;
  const isSignedIn = async (cookie: string) =>
    (await (await desk.anonymous.get('/api/auth/get-session', { cookie })).json()) !== null;

  const idOf = async (email: string) =>
    (await withSystem(desk.ports.systemDb, (tx) => tx.user.findUniqueOrThrow({ where: { email } }))).id;

  it('set a new one by a mailed link, once, and are signed out everywhere', async () => {
    const email = 'vergesslich@example.com';
    const cookie = await signUp(email);
    const ask = (address: string) =>
      post('request-password-reset', { email: address }, { 'accept-language': 'de' });
    const [known, unknown] = [await ask(email), await ask('niemand@example.com')];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    await desk.workOff();
    expect(await desk.sandbox.mailsTo('niemand@example.com')).toEqual([]);
    const [mail] = await desk.sandbox.mailsTo(email);
    expect(mail?.subject).toBe('Neues Passwort für Zahlwerk');
    const token = /\/reset-password\/(\w+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const set = (newPassword: string) => post('reset-password', { token, newPassword });
    expect((await set('elf Zeichen')).body).toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
    expect((await set('staple battery 43')).status).toBe(200);
    expect((await set('another battery 44')).body).toMatchObject({ code: 'INVALID_TOKEN' });
    expect(await isSignedIn(cookie)).toBe(false);
    expect([await signIn(email, PASSWORD), await signIn(email, 'staple battery 43')]).toEqual([401, 200]);
  });

  it('get no more than three such mails in an hour, and none whose link is over', async () => {
    const email = 'geflutet@example.com';
    await signUp(email);
    for (let n = 1; n <= 4; n += 1)
      expect((await post('request-password-reset', { email }, { 'x-caller': `203.0.113.${n}` })).status).toBe(
        200,
      );
    await desk.workOff();
    expect(await desk.sandbox.mailsTo(email)).toHaveLength(3);
    const late = {
      userId: await idOf(email),
      token: 'over',
      locale: 'de',
      validUntil: new Date(0).toISOString(),
    } as const;
    await mailPasswordReset(desk.ports, late);
    expect(await desk.sandbox.mailsTo(email)).toHaveLength(3);
  });

  it('change it with the one they have, and are signed out everywhere else', async () => {
    const email = 'vorsichtig@example.com';
    const elsewhere = await signUp(email);
    const { cookie } = await post('sign-in/email', credentials(email));
    const change = (currentPassword: string) =>
      post(
        'change-password',
        { currentPassword, newPassword: 'staple battery 43', revokeOtherSessions: true },
        { cookie },
      );
    expect((await change('wrong horse 42')).body).toMatchObject({ code: 'INVALID_PASSWORD' });
    const changed = await change(PASSWORD);
    expect(changed.status).toBe(200);
    expect([await isSignedIn(elsewhere), await isSignedIn(changed.cookie)]).toEqual([false, true]);
    expect([await signIn(email, PASSWORD), await signIn(email, 'staple battery 43')]).toEqual([401, 200]);
  });
});
