import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Auth, IP_HEADER } from '../auth/auth.ts';
import { DEMO_PERSONS, type DemoPerson } from '../auth/demo-persons.ts';
import { jsonOnly, originGuard } from './origin-guard.ts';
import { refuse, type Shell, type ShellContext } from './shell.ts';

/** The routes of the library that are used; whatever else it brings does not exist. */
const ROUTES: ReadonlySet<string> = new Set([
  'GET /get-session',
  'GET /list-sessions',
  'POST /sign-in/email',
  'POST /sign-up/email',
  'POST /sign-out',
  'POST /change-password',
  'POST /request-password-reset',
  'POST /reset-password',
  'POST /update-user',
  'POST /revoke-session',
  'POST /revoke-sessions',
  'POST /revoke-other-sessions',
]);

const MAX_BODY = 16_000;

const tooLarge = bodyLimit({
  maxSize: MAX_BODY,
  onError: (c) => refuse(c, 413, 'BODY_TOO_LARGE', `A request may have at most ${MAX_BODY} bytes.`),
});

/** The caller's headers with the address as we know it, whatever the caller has written there. */
const headersOf = (c: ShellContext): Headers => {
  const headers = new Headers(c.req.header());
  headers.delete(IP_HEADER);
  const ip = c.get('ip');
  if (ip) headers.set(IP_HEADER, ip);
  return headers;
};

const requestOf = async (c: ShellContext): Promise<Request> => {
  const { method, url } = c.req;
  const headers = headersOf(c);
  return new Request(
    url,
    method === 'POST' ? { method, headers, body: await c.req.text() } : { method, headers },
  );
};

/** Sign-up, sign-in, sign-out and the sessions of a person. */
export const authRoute = (auth: Auth, origins: ReadonlySet<string>): Hono<Shell> =>
  new Hono<Shell>()
    .use('*', async (c, next) => {
      const path = c.req.path.replace(/^\/api\/auth/, '');
      return ROUTES.has(`${c.req.method} ${path}`)
        ? next()
        : refuse(c, 404, 'NOT_FOUND', 'There is no such route.');
    })
    .post('*', originGuard(origins), jsonOnly, tooLarge)
    .all('*', async (c) => auth.handler(await requestOf(c)));

/** Who can be chosen; nobody on a desk that was started without the demo's business. They are all made at once. */
const personsOf = async (auth: Auth): Promise<readonly Pick<DemoPerson, 'role' | 'name'>[]> => {
  const { internalAdapter } = await auth.$context;
  const persons = DEMO_PERSONS.map(({ role, name }) => ({ role, name }));
  return (await internalAdapter.findUserByEmail(DEMO_PERSONS[0].email)) ? persons : [];
};

/** The demo's one-click sign-in. In production none of this exists. */
export const demoRoute = (auth: Auth, origins: ReadonlySet<string>): Hono<Shell> =>
  new Hono<Shell>()
    .get('/persons', async (c) => c.json(await personsOf(auth)))
    .post('/sign-in', originGuard(origins), jsonOnly, tooLarge, async (c) => {
      const body: unknown = await c.req.json().catch(() => null);
      const role = typeof body === 'object' && body !== null && 'role' in body ? body.role : null;
      const person = DEMO_PERSONS.find((each) => each.role === role);
      if (!person || !('signInDemoPerson' in auth.api))
        return refuse(
          c,
          400,
          'UNKNOWN_ROLE',
          `Choose one of ${DEMO_PERSONS.map((each) => each.role).join(', ')}.`,
        );
      return auth.api.signInDemoPerson({
        body: { email: person.email },
        headers: headersOf(c),
        asResponse: true,
      });
    });
