import type { Database } from '@zahlwerk/db/client';
import {
  LONGEST_PASSWORD,
  RESET_MINUTES,
  SHORTEST_PASSWORD,
} from '@zahlwerk/domain/accounts/password.schema';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import type { Logger } from 'pino';
import type { Env } from '../env.ts';
import { languageOf } from '../graphql/create-context.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { demoSignIn } from './demo-sign-in.plugin.ts';
import { derivedKey } from './derived-key.ts';
import { queuePasswordReset } from './mail-password-reset.ts';
import { trustedOrigins } from './origins.ts';
import { INVITATION_HEADER, maySignUp, type SignUpRule } from './sign-up-rule.ts';

const DAY = 24 * 60 * 60;

/** The shell writes the caller's address here, over whatever the caller has sent. */
export const IP_HEADER = 'x-zahlwerk-ip';

export interface AuthSettings {
  readonly env: Env;
  readonly publicUrl: string;
  readonly db: Database;
  readonly systemDb: Database;
  readonly hashOf: SignUpRule['hashOf'];
  readonly jobs: Jobs;
  readonly log: Logger;
}

/** People and their sessions. Organizations and rights are our own tables, behind the wall. */
export const createAuth = ({ env, publicUrl, db, systemDb, hashOf, jobs, log }: AuthSettings) => {
  const rule: SignUpRule = { db, systemDb, hashOf, allowSignUp: env.allowSignUp };
  return betterAuth({
    appName: 'Zahlwerk',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: derivedKey(env.appSecret, 'sessions').toString('base64url'),
    database: prismaAdapter(systemDb.prisma, { provider: 'postgresql' }),
    trustedOrigins: [...trustedOrigins(publicUrl)],
    emailAndPassword: {
      enabled: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      resetPasswordTokenExpiresIn: RESET_MINUTES * 60,
      // Whoever has got hold of a session loses it with the old password.
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }, request) =>
        queuePasswordReset(
          { systemDb, jobs },
          { userId: user.id, token, locale: languageOf(request?.headers ?? new Headers()) },
        ),
    },
    session: {
      expiresIn: 14 * DAY,
      updateAge: DAY,
      // A cached session would outlive its end, and once let people past the second factor (GHSA-xg6x-h9c9-2m83).
      cookieCache: { enabled: false },
      additionalFields: { lastOrganizationId: { type: 'string', required: false, input: false } },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-up/email': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 5 },
        '/request-password-reset': { window: 15 * 60, max: 5 },
        '/reset-password': { window: 60, max: 10 },
      },
    },
    advanced: {
      cookiePrefix: 'zahlwerk',
      useSecureCookies: publicUrl.startsWith('https://'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [IP_HEADER] },
      // Said aloud, because the library leaves both checks out where it believes to be in a test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    databaseHooks: {
      user: {
        create: {
          before: async ({ email }, context) => {
            const invitation = context?.headers?.get(INVITATION_HEADER) ?? null;
            if (await maySignUp(rule, email, invitation)) return;
            throw new APIError('FORBIDDEN', {
              code: 'SIGN_UP_CLOSED',
              message: 'Sign-up needs an invitation.',
            });
          },
        },
      },
    },
    plugins: env.mode === 'demo' ? [demoSignIn()] : [],
    telemetry: { enabled: false },
    logger: {
      log: (level, message, ...details) => log[level === 'info' ? 'debug' : level]({ details }, message),
    },
  });
};

export type Auth = ReturnType<typeof createAuth>;
