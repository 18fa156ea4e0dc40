import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey } from './derived-key.ts';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps the credentials of payment providers unreadable in the database (AES-256-GCM). */
export interface SecretBox {
  readonly seal: (text: string) => Uint8Array<ArrayBuffer>;
  /** Throws when the bytes were changed or sealed under another secret. */
  readonly open: (sealed: Uint8Array) => string;
}

/** Sealed bytes are: version, nonce, tag, ciphertext. */
export const createSecretBox = (appSecret: string): SecretBox => {
  const key = derivedKey(appSecret, 'credentials');
  return {
    seal: (text) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ciphertext]));
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed);
      if (bytes[0] !== VERSION) throw new Error('Sealed with an unknown version.');
      const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
      const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAuthTag(tag);
      const ciphertext = bytes.subarray(1 + NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString('utf8');
    },
  };
};
