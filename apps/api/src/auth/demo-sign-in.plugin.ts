import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { BetterAuthPlugin } from 'better-auth/types';
import { z } from 'zod';
import { DEMO_PERSONS } from './demo-persons.ts';

const email = z.email().refine((text) => DEMO_PERSONS.some((person) => person.email === text));

/** Signs in a demo person without a password. Loaded in demo mode only; the shell's own route is the way to it. */
export const demoSignIn = () =>
  ({
    id: 'demo-sign-in',
    endpoints: {
      signInDemoPerson: createAuthEndpoint(
        '/demo/sign-in',
        { method: 'POST', body: z.object({ email }), metadata: { scope: 'server' } },
        async (ctx) => {
          const { internalAdapter } = ctx.context;
          const found = await internalAdapter.findUserByEmail(ctx.body.email);
          if (!found) throw new APIError('NOT_FOUND', { message: 'The demo has not been seeded.' });
          const session = await internalAdapter.createSession(found.user.id);
          await setSessionCookie(ctx, { session, user: found.user });
          return ctx.json({ name: found.user.name });
        },
      ),
    },
  }) satisfies BetterAuthPlugin;
