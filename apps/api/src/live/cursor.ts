import { GraphQLError } from 'graphql';

const CURSOR = /^event:(\d{1,18})$/;

/** The opaque place of an event in its organization's log; the only cursor there is (rule 18). */
export const encodeCursor = (position: bigint): string =>
  Buffer.from(`event:${position}`).toString('base64url');

/** Throws for what is not a cursor, rather than starting somewhere else. */
export const decodeCursor = (cursor: string): bigint => {
  const found = CURSOR.exec(Buffer.from(cursor.slice(0, 60), 'base64url').toString('utf8'));
  if (!found?.[1])
    throw new GraphQLError('This is no cursor of an event.', { extensions: { code: 'BAD_USER_INPUT' } });
  return BigInt(found[1]);
};
