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

/** The account a request speaks for. Only test keys open it; a live key is refused like a wrong one. */
export const authenticate = (authorization: string | undefined): string => {
  const key = keyFrom(authorization ?? '');
  if (key === '') {
    throw invalidRequest(
      'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. ' +
        "'Authorization: Bearer YOUR_SECRET_KEY').",
      {},
      401,
    );
  }
  if (key.startsWith('pk_test_')) {
    throw invalidRequest(
      'This API call cannot be made with a publishable API key. Please use a secret API key.',
      { code: 'secret_key_required' },
      401,
    );
  }
  if (!/^sk_test_\w{4,}$/.test(key))
    throw invalidRequest(`Invalid API Key provided: ${masked(key)}`, {}, 401);
  return accountIdOf(key);
};
