import { createHash, createHmac } from 'node:crypto';
import { derivedKey } from './derived-key.ts';

/**
 * Tokens of access links. A token is derived from its link's id, so a job can write the address into a mail although
 * the database keeps only a hash that opens nothing.
 */
export interface LinkTokens {
  /** 256 bits, fit for an address. */
  readonly tokenOf: (linkId: string) => string;
  readonly hashOf: (token: string) => Uint8Array<ArrayBuffer>;
}

const sha256 = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(text, 'utf8').digest());

export const createLinkTokens = (appSecret: string): LinkTokens => {
  const key = derivedKey(appSecret, 'links');
  return {
    tokenOf: (linkId) => createHmac('sha256', key).update(linkId).digest('base64url'),
    hashOf: sha256,
  };
};
