import { hkdfSync } from 'node:crypto';

/** What a key is for. Each purpose has its own, so that one leaked use gives away none of the others. */
export type KeyPurpose = 'sessions' | 'credentials' | 'links' | 'codes';

/** 256 bits derived from the secret of the installation (HKDF-SHA-256, RFC 5869). */
export const derivedKey = (appSecret: string, purpose: KeyPurpose): Buffer =>
  Buffer.from(hkdfSync('sha256', appSecret, 'zahlwerk', purpose, 32));
