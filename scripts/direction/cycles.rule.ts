import type { Project } from './project.ts';
import type { Rule, Violation } from './rule.ts';
import { targetOf } from './target.ts';

/** No file needs itself to be loaded first. Types are erased before that and may refer to each other. */
export const cyclesRule: Rule = {
  name: 'cycles',
  check: (project) => {
    const edges = edgesOf(project);
    const done = new Set<string>();
    return [...edges.keys()].flatMap((path) => cyclesFrom(path, edges, done));
  },
};

const edgesOf = (project: Project): Map<string, string[]> =>
  new Map(
    [...project.sources.values()].map(({ path, imports }) => [
      path,
      imports.flatMap(({ specifier, typeOnly }) => {
        if (typeOnly) return [];
        const target = targetOf(project, path, specifier);
        return target?.kind === 'ours' && project.sources.has(target.path) ? [target.path] : [];
      }),
    ]),
  );

/** Depth first; what is still on the way when it is met again closes a circle. */
const cyclesFrom = (start: string, edges: ReadonlyMap<string, string[]>, done: Set<string>): Violation[] => {
  const found: Violation[] = [];
  const way: string[] = [];
  const visit = (path: string): void => {
    const met = way.indexOf(path);
    if (met >= 0) found.push(violation(way.slice(met)));
    if (met >= 0 || done.has(path)) return;
    way.push(path);
    for (const next of edges.get(path) ?? []) visit(next);
    way.pop();
    done.add(path);
  };
  visit(start);
  return found;
};

const violation = (circle: readonly string[]): Violation => ({
  rule: 'cycles',
  path: circle[0] ?? '',
  line: 1,
  message: `a circle: ${[...circle, circle[0]].join(' → ')}`,
});
