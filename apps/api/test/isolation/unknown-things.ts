import { randomUUID } from 'node:crypto';
import { encodeId, splitId } from '../../src/graphql/ids.ts';
import type { Fill } from './operations.ts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Things of the same form as somebody's own that do not exist anywhere. */
export const unknownThings =
  (own: Fill): Fill =>
  (reference) => {
    if (reference === 'fresh key') return own(reference);
    if (reference === 'key') return `nobodys-${randomUUID()}`;
    if (reference === 'number') return 'ZV-2026-999999';
    if (reference === 'token') return 'f'.repeat(64);
    if (reference === 'search' || reference === 'externalRef') return `nothing-${randomUUID()}`;
    // The event log has positions, not ids; a place in it is a number that any log may have.
    if (reference.startsWith('cursor:')) {
      const text = Buffer.from(own(reference), 'base64').toString('utf8');
      if (text.match(UUID) === null) return own(reference);
      return Buffer.from(text.replace(UUID, () => randomUUID())).toString('base64');
    }
    return encodeId(splitId(own(reference)).typename, randomUUID());
  };
