import { createHash, randomBytes } from 'node:crypto';

const KEY = /^zw_(live|test)_[A-Za-z0-9_-]{43}$/;
/** Enough of a key to recognize it by; too little to guess the rest. */
const PREFIX_LENGTH = 'zw_live_'.length + 4;

export interface NewKey {
  /** Shown once, kept by nobody. */
  readonly secret: string;
  readonly prefix: string;
  readonly hash: Uint8Array<ArrayBuffer>;
}

export const hashKey = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret, 'utf8').digest());

/** A partner's key: a readable prefix and 256 random bits. Only its hash is stored. */
export const newKey = (mode: 'DEMO' | 'PRODUCTION'): NewKey => {
  const secret = `zw_${mode === 'PRODUCTION' ? 'live' : 'test'}_${randomBytes(32).toString('base64url')}`;
  return { secret, prefix: secret.slice(0, PREFIX_LENGTH), hash: hashKey(secret) };
};

/** The key in an `Authorization` header; null for anything that cannot be one. */
export const keyIn = (authorization: string): string | null => {
  const secret = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1] ?? '';
  return KEY.test(secret) ? secret : null;
};
