import { businessTime } from '@zahlwerk/db/now';
import type { ApiContext } from './context.ts';

const known = new WeakMap<ApiContext, Promise<string>>();

/** The business's calendar day, asked once per operation. */
export const todayOf = (ctx: ApiContext, organizationId: string): Promise<string> => {
  const asked = known.get(ctx) ?? businessTime(ctx.db, organizationId).then(({ today }) => today);
  known.set(ctx, asked);
  return asked;
};
