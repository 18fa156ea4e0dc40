/** A node of the syntax tree, as far as a walker needs to know it. */
export type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Visits a tree from its root, parents first. */
export const eachNode = (root: unknown, visit: (node: Node) => void): void => {
  if (Array.isArray(root)) for (const item of root) eachNode(item, visit);
  else if (isNode(root)) {
    visit(root);
    for (const value of Object.values(root))
      if (typeof value === 'object' && value !== null) eachNode(value, visit);
  }
};
