import { createHash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const randomText = (length: number): string =>
  Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

/** An id as Stripe writes them: `pi_3Q…`; Checkout sessions carry their mode, `cs_test_a1…`. */
export const newId = (prefix: string): string =>
  prefix === 'cs' ? `cs_test_a1${randomText(56)}` : `${prefix}_${randomText(24)}`;

export const newClientSecret = (id: string): string => `${id}_secret_${randomText(25)}`;

export const newWebhookSecret = (): string => `whsec_${randomText(32)}`;

/** Every test key is an account of its own; the same key is the same account for ever. */
export const accountIdOf = (apiKey: string): string =>
  `acct_${createHash('sha256').update(apiKey).digest('base64url').replace(/[-_]/g, '0').slice(0, 16)}`;

/** A stable stand-in for the fingerprint Stripe gives a card or bank account number. */
export const fingerprintOf = (number: string): string =>
  createHash('sha256').update(number).digest('base64url').replace(/[-_]/g, 'x').slice(0, 16);
