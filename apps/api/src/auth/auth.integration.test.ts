import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApi, type TestApi } from '../../test/create-test-api.ts';

const PASSWORD = 'correct horse 42';
const credentials = (email: string, password = PASSWORD) => ({ email, name: 'Nora Neu', password });

describe('people in the demo', { timeout: 30_000 }, () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await createTestApi();
  });

  afterAll(async () => {
    await api.stop();
  });

  it('sign in as any role with one click', async () => {
    const persons = (await (await api.anonymous.get('/api/demo/persons')).json()) as { role: string }[];
    expect(persons.map(({ role }) => role)).toEqual(['OWNER', 'TEAM_LEAD', 'CLERK', 'ADVISER']);
    for (const role of ['OWNER', 'TEAM_LEAD', 'CLERK', 'ADVISER'] as const) {
      const client = await api.signIn(role);
      expect((await client.query('{ viewer { role } }')).data.viewer.role).toBe(role);
    }
    expect((await api.anonymous.post('/api/demo/sign-in', { role: 'ROOT' })).status).toBe(400);
    expect((await api.anonymous.post('/api/demo/sign-in', '[]')).status).toBe(400);
  });

  it('sign up, sign out and sign in with a password', async () => {
    const { cookie } = await api.anonymous.post('/api/auth/sign-up/email', credentials('nora@example.com'));
    expect(await (await api.anonymous.get('/api/auth/get-session', { cookie })).json()).toMatchObject({
      user: { email: 'nora@example.com' },
    });
    expect((await api.anonymous.post('/api/auth/sign-out', {}, { cookie })).status).toBe(200);
    expect(await (await api.anonymous.get('/api/auth/get-session', { cookie })).json()).toBeNull();
    const wrong = await api.anonymous.post(
      '/api/auth/sign-in/email',
      credentials('nora@example.com', 'wrong horse 42'),
    );
    expect(wrong.status).toBe(401);
    const right = await api.anonymous.post('/api/auth/sign-in/email', credentials('nora@example.com'));
    expect(right.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/i);
  });

  it('do not get in with a short password, a giant one, or an address that is taken', async () => {
    expect(
      (await api.anonymous.post('/api/auth/sign-up/email', credentials('k@example.com', 'short'))).status,
    ).toBe(400);
    expect(
      (await api.anonymous.post('/api/auth/sign-up/email', credentials('g@example.com', 'x'.repeat(200))))
        .status,
    ).toBe(400);
    await api.anonymous.post('/api/auth/sign-up/email', credentials('taken@example.com'));
    const taken = await api.anonymous.post('/api/auth/sign-up/email', credentials('taken@example.com'));
    expect(taken.status).toBeGreaterThanOrEqual(400);
  });

  it('are not led away to another address', async () => {
    const answer = await api.anonymous.post('/api/auth/sign-in/email', {
      ...credentials('nora@example.com'),
      callbackURL: 'https://evil.example/',
    });
    expect(answer.status).toBe(403);
  });

  it('cannot act from a page that is not ours', async () => {
    const answer = await api.anonymous.post('/api/auth/sign-in/email', credentials('nora@example.com'), {
      origin: 'https://evil.example',
    });
    expect(answer.status).toBe(403);
  });

  it('lose a session that was ended elsewhere, at once', async () => {
    const first = await api.anonymous.post('/api/auth/sign-up/email', credentials('twice@example.com'));
    const second = await api.anonymous.post('/api/auth/sign-in/email', credentials('twice@example.com'));
    await api.anonymous.post('/api/auth/revoke-other-sessions', {}, { cookie: second.cookie });
    const viewer = await api.anonymous.post(
      '/graphql',
      { query: '{ viewer { email } }' },
      { cookie: first.cookie },
    );
    expect(viewer.body).toEqual({ data: { viewer: null } });
  });

  it('are slowed down when they guess, whatever address they pretend to come from', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 14; attempt++) {
      const { status } = await api.anonymous.post(
        '/api/auth/sign-in/email',
        credentials('victim@example.com', `guess number ${attempt}`),
        { 'x-forwarded-for': `203.0.113.${attempt}`, 'x-zahlwerk-ip': `203.0.113.${attempt}` },
      );
      statuses.push(status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('people in production', { timeout: 30_000 }, () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await createTestApi({
      env: { ZAHLWERK_MODE: 'production', ZAHLWERK_PUBLIC_URL: 'https://pay.example.com' },
      empty: true,
    });
  });

  afterAll(async () => {
    await api.stop();
  });

  const signUp = (email: string, headers: Record<string, string> = {}) =>
    api.anonymous.post('/api/auth/sign-up/email', credentials(email), headers);

  it('have no demo sign-in', async () => {
    expect((await api.anonymous.post('/api/demo/sign-in', { role: 'OWNER' })).status).not.toBe(200);
    expect((await api.anonymous.get('/api/demo/persons')).status).toBe(404);
  });

  it('sign up only as the first one, or with an invitation for their address', async () => {
    const first = await signUp('first@example.com');
    expect(first.status).toBe(200);
    expect(first.headers.get('set-cookie')).toMatch(/__Secure-.*; Secure/);
    expect((await signUp('second@example.com')).status).toBe(403);
    const cookie = { cookie: first.cookie };
    await api.anonymous.post(
      '/graphql',
      {
        query: `mutation { createOrganization(input: { name: "Echt GmbH", street: "Weg 1", postalCode: "10115",
          city: "Berlin", idempotencyKey: "the-real-business" }) { __typename } }`,
      },
      cookie,
    );
    const invited = await api.anonymous.post(
      '/graphql',
      {
        query: `mutation { inviteMember(input: { email: "second@example.com", role: CLERK, idempotencyKey: "invite-2" }) {
          ... on InviteMemberSuccess { invitation { link } } } }`,
      },
      cookie,
    );
    const { link } = (invited.body as { data: { inviteMember: { invitation: { link: string } } } }).data
      .inviteMember.invitation;
    expect(link).toMatch(/^https:\/\/pay\.example\.com\/invitation\//);
    const token = link.split('/').at(-1) ?? '';
    expect((await signUp('third@example.com', { 'x-invitation': token })).status).toBe(403);
    expect((await signUp('second@example.com', { 'x-invitation': token })).status).toBe(200);
  });

  it('may look at the schema in its file; introspection is for those who are signed in', async () => {
    expect(await api.anonymous.query('{ __schema { queryType { name } } }')).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});
