export interface Page<TNode> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  readonly edges: readonly { readonly node: TNode }[];
}

interface ExportPages<TNode> {
  readonly load: (after: string | null) => Promise<Page<TNode>>;
  /** Told after each page, for the person who waits. */
  readonly onProgress: (read: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** Reads a whole list page by page, so that no single answer grows with the list. Ends early when it is aborted. */
export const readAllPages = async <TNode>({
  load,
  onProgress,
  signal,
}: ExportPages<TNode>): Promise<readonly TNode[]> => {
  const nodes: TNode[] = [];
  let after: string | null = null;
  do {
    signal.throwIfAborted();
    const page: Page<TNode> = await load(after);
    nodes.push(...page.edges.map(({ node }) => node));
    onProgress(nodes.length, page.totalCount);
    after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return nodes;
};
