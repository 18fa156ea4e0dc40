import { accountIdOf } from '../ids.ts';
import { invalidRequest } from './stripe-error.ts';

const masked = (key: string): string =>
  key.length <= 12 ? key : `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`;

const keyFrom = (authorization: string): string => {
  const [scheme = '', credential = ''] = authorization.split(' ');
  if (/^bearer$/i.test(scheme)) return credential;
  if (/^basic$/i.test(scheme)) return Buffer.from(credential, 'base64').toString('utf8').split(':')[0] ?? '';
  return '';
};

export interface Caller {
  readonly account: string;
  /** A browser or an app, which may only do what a client secret allows. */
  readonly isPublishable: boolean;
}

/** Who a request speaks for. Only test keys open an account (`pk_test_x` that of `sk_test_x`); a live key is refused like a wrong one. */
export const authenticate = (authorization: string | undefined): Caller => {
  const key = keyFrom(authorization ?? '');
  if (key === '') {
    throw invalidRequest(
      'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. ' +
        "'Authorization: Bearer YOUR_SECRET_KEY').",
      {},
      401,
    );
  }
  const [, kind, rest] = /^(sk|pk)_test_(\w{4,})$/.exec(key) ?? [];
  if (!rest) throw invalidRequest(`Invalid API Key provided: ${masked(key)}`, {}, 401);
  return { account: accountIdOf(`sk_test_${rest}`), isPublishable: kind === 'pk' };
};

/** What a publishable key is told where only a secret one will do. */
export const secretKeyRequired = () =>
  invalidRequest(
    'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
    { code: 'secret_key_required' },
    401,
  );
