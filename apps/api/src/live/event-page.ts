import { queryFromInfo } from '@pothos/plugin-prisma';
import { parseCursorConnectionArgs } from '@pothos/plugin-relay';
import type { Prisma } from '@zahlwerk/db/generated/client';
import type { GraphQLResolveInfo } from 'graphql';
import type { ApiContext } from '../graphql/context.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

interface PageArguments {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
}

interface PageOfLog {
  readonly args: PageArguments;
  readonly where: Prisma.EventWhereInput;
  readonly order: 'asc' | 'desc';
}

interface Bounds {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}

const between = (order: PageOfLog['order'], { after, before }: Bounds): Prisma.BigIntFilter<'Event'> => {
  const [behind, ahead] = order === 'asc' ? (['gt', 'lt'] as const) : (['lt', 'gt'] as const);
  return {
    ...(after === undefined ? {} : { [behind]: decodeCursor(after) }),
    ...(before === undefined ? {} : { [ahead]: decodeCursor(before) }),
  };
};

const flipped = (order: PageOfLog['order']): PageOfLog['order'] => (order === 'asc' ? 'desc' : 'asc');

/** A page of the log. Its cursors are those of the events themselves: what one reader gives, every other one takes. */
export const readEventPage = async (
  context: ApiContext,
  info: GraphQLResolveInfo,
  { args: { first = null, last = null, after = null, before = null }, where, order }: PageOfLog,
) => {
  const args = { first, last, after, before };
  const page = parseCursorConnectionArgs({ args, defaultSize: 50, maxSize: 100 });
  const { include } = queryFromInfo({ context, info, typeName: 'Event', paths: [['edges', 'node']] });
  const rows = await context.db.event.findMany({
    ...(include ? { include: include as Prisma.EventInclude } : {}),
    where: { ...where, position: between(order, page) },
    orderBy: { position: page.inverted ? flipped(order) : order },
    take: page.limit,
  });
  const shown = rows.slice(0, page.expectedSize);
  if (page.inverted) shown.reverse();
  const edges = shown.map((node) => ({ node, cursor: encodeCursor(node.position) }));
  return {
    edges,
    pageInfo: {
      startCursor: edges[0]?.cursor ?? after ?? before,
      endCursor: edges.at(-1)?.cursor ?? after ?? before,
      hasPreviousPage: page.hasPreviousPage(rows.length),
      hasNextPage: page.hasNextPage(rows.length),
    },
  };
};
