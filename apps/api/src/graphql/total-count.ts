type Count = number | Promise<number>;

/** Tells the Prisma plugin that a field of this name needs no entries, and how to count beside them. */
export const TOTAL_COUNT = { pothosPrismaTotalCount: true } as const;

/** How many entries a list has: a root list counts when it is asked, a relation was counted together with its parent. */
export const totalOf = (page: object): Count => {
  const { totalCount } = page as { readonly totalCount?: Count | (() => Count) };
  if (totalCount === undefined) throw new Error('This list does not count its entries.');
  return typeof totalCount === 'function' ? totalCount() : totalCount;
};
