import type { BankTransaction } from '@zahlwerk/db/generated/client';
import { type ClaimIndex, indexClaims } from '@zahlwerk/domain/matching/claim-index';
import { type Match, matchMovement } from '@zahlwerk/domain/matching/match-movement';
import type { ApiContext } from '../graphql/context.ts';
import { loadOpenClaims } from './load-open-claims.ts';
import { toMovement } from './to-movement.ts';

const indexes = new WeakMap<ApiContext, Promise<ClaimIndex>>();

/** The open claims as of this operation, read once for all movements that it asks about. */
const claimsOf = (ctx: ApiContext): Promise<ClaimIndex> => {
  const known = indexes.get(ctx);
  if (known) return known;
  const index = loadOpenClaims(ctx.db, ctx.organizationId ?? '').then(indexClaims);
  indexes.set(ctx, index);
  return index;
};

/** What the rules say of a movement today: proposals are never stored, so that none is out of date. */
export const matchOf = async (ctx: ApiContext, row: BankTransaction, rest: bigint): Promise<Match> =>
  rest === 0n ? { kind: 'UNKNOWN' } : matchMovement(await claimsOf(ctx), toMovement(row, rest));

/** Forgets what was loaded before a command. */
export const forgetClaims = (ctx: ApiContext): void => {
  indexes.delete(ctx);
};
