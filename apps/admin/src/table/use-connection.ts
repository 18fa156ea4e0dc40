import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';

interface Connection<TNode> {
  readonly totalCount?: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly edges: readonly { readonly node: TNode }[];
}

interface ConnectionOptions<TNode> {
  readonly queryKey: QueryKey;
  readonly load: (after: string | null, signal: AbortSignal) => Promise<Connection<TNode>>;
}

/** Reads a Relay connection page by page; `loadMore` may be called as often as one likes. */
export const useConnection = <TNode>({ queryKey, load }: ConnectionOptions<TNode>) => {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null),
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows = useMemo(
    () => query.data?.pages.flatMap(({ edges }) => edges.map(({ node }) => node)) ?? [],
    [query.data],
  );
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    rows,
    total: query.data?.pages[0]?.totalCount ?? null,
    loadMore: hasNextPage ? loadMore : undefined,
    isLoading: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  };
};
