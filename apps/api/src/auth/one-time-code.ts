import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from './derived-key.ts';

/**
 * One-time codes of six digits. A code is derived from an id of its own, so a job can write it into a message although
 * the database keeps only a keyed hash; without the key six digits would be guessed from a hash at once.
 */
export interface OneTimeCodes {
  readonly codeOf: (codeId: string) => string;
  /** What is kept of a code; bound to its link, so that it opens no other. */
  readonly hashOf: (linkId: string, code: string) => Uint8Array<ArrayBuffer>;
  /** Compares in constant time. */
  readonly isRight: (hash: Uint8Array, linkId: string, code: string) => boolean;
}

const DIGITS = 6;

export const createOneTimeCodes = (appSecret: string): OneTimeCodes => {
  const key = derivedKey(appSecret, 'codes');
  const mac = (text: string): Buffer => createHmac('sha256', key).update(text, 'utf8').digest();
  const hashOf = (linkId: string, code: string) => new Uint8Array(mac(`hash:${linkId}:${code}`));
  return {
    // 48 bits leave the digits even enough: no code is likelier than another by more than one in 10^8.
    codeOf: (codeId) => String(mac(`code:${codeId}`).readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, '0'),
    hashOf,
    isRight: (hash, linkId, code) => {
      const given = hashOf(linkId, code);
      return hash.length === given.length && timingSafeEqual(hash, given);
    },
  };
};
