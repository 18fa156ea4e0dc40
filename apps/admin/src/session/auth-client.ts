import { ConnectionFailed } from '../api/graphql-client.ts';

export type AuthProblem =
  | 'WRONG_CREDENTIALS'
  | 'EMAIL_TAKEN'
  | 'PASSWORD_TOO_SHORT'
  | 'TOO_MANY_TRIES'
  | 'INVALID_EMAIL'
  | 'LINK_GONE'
  | 'WRONG_PASSWORD'
  | 'UNKNOWN';

/** Signing in or up was refused, with a reason that the dictionaries word. */
export class AuthFailed extends Error {
  readonly problem: AuthProblem;

  constructor(problem: AuthProblem) {
    super(problem);
    this.problem = problem;
  }
}

const PROBLEM: Record<string, AuthProblem> = {
  INVALID_EMAIL_OR_PASSWORD: 'WRONG_CREDENTIALS',
  INVALID_EMAIL: 'INVALID_EMAIL',
  USER_ALREADY_EXISTS: 'EMAIL_TAKEN',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'EMAIL_TAKEN',
  PASSWORD_TOO_SHORT: 'PASSWORD_TOO_SHORT',
  INVALID_TOKEN: 'LINK_GONE',
  INVALID_PASSWORD: 'WRONG_PASSWORD',
};

const post = async (path: string, body: object, headers: Record<string, string> = {}): Promise<void> => {
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new ConnectionFailed('The server could not be reached.', { cause });
  });
  if (response.ok) return;
  if (response.status === 429) throw new AuthFailed('TOO_MANY_TRIES');
  if (response.status >= 500) throw new ConnectionFailed(`The server answered ${response.status}.`);
  const { code = '' } = (await response.json().catch(() => ({}))) as { code?: string };
  throw new AuthFailed(PROBLEM[code] ?? 'UNKNOWN');
};

export const signIn = (email: string, password: string): Promise<void> =>
  post('/api/auth/sign-in/email', { email, password });

/** Where sign-up is closed, the token of an invitation opens it for the address that was invited. */
export const signUp = (
  name: string,
  email: string,
  password: string,
  invitation: string | null,
): Promise<void> =>
  post(
    '/api/auth/sign-up/email',
    { name, email, password },
    invitation ? { 'x-invitation': invitation } : {},
  );

/** Has a link for a new password mailed, if there is an account under this address; the answer is the same either way. */
export const requestPasswordReset = (email: string): Promise<void> =>
  post('/api/auth/request-password-reset', { email });

/** Sets a new password with the token of a mailed link. Every session of the person ends. */
export const resetPassword = (token: string, newPassword: string): Promise<void> =>
  post('/api/auth/reset-password', { token, newPassword });

/** Sets a new password for who is signed in; every other session of the person ends. */
export const changePassword = (currentPassword: string, newPassword: string): Promise<void> =>
  post('/api/auth/change-password', { currentPassword, newPassword, revokeOtherSessions: true });

export const signOut = (): Promise<void> => post('/api/auth/sign-out', {});

/** Demo mode only: signs in as the demo member with this role. */
export const demoSignIn = (role: string): Promise<void> => post('/api/demo/sign-in', { role });
