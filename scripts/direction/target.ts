import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { Project } from './project.ts';

/** Where an import leads. `path` is a file of the project where one can be named. */
export type Target =
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'ours'; readonly workspace: string; readonly path: string; readonly byName: boolean };

const SCOPE = '@zahlwerk/';

/** "packages/domain" for each file in it; "scripts", "e2e" and "bench" are workspaces of their own. */
export const workspaceOf = (path: string): string => {
  const [first = '', second = ''] = path.split('/');
  return first === 'apps' || first === 'packages' ? `${first}/${second}` : first;
};

/** null for a generated file behind `#…`, which belongs to the workspace itself. */
export const targetOf = (project: Project, from: string, specifier: string): Target | null => {
  if (specifier.startsWith('#')) return null;
  if (specifier.startsWith('.')) {
    const path = posix.join(posix.dirname(from), specifier);
    return { kind: 'ours', workspace: workspaceOf(path), path, byName: false };
  }
  if (isBuiltin(specifier)) return { kind: 'builtin', name: specifier };
  if (specifier.startsWith(SCOPE)) return byName(project, specifier.slice(SCOPE.length));
  return { kind: 'package', name: packageOf(specifier) };
};

/** `@zahlwerk/domain/money/money` is packages/domain/src/money/money.ts, `@zahlwerk/e2e/stack` is e2e/stack.ts. */
const byName = (project: Project, rest: string): Target => {
  const [name = '', ...inside] = rest.split('/');
  const places = [name, `apps/${name}`, `packages/${name}`];
  const workspace = places.find((place) => project.manifests.has(place)) ?? `packages/${name}`;
  const path = [workspace, ...(workspace === name ? [] : ['src']), ...inside].join('/');
  const file = [`${path}.ts`, `${path}.tsx`].find((candidate) => project.sources.has(candidate));
  return { kind: 'ours', workspace, path: file ?? `${path}.ts`, byName: true };
};

/** "@scope/name/deep" is the package "@scope/name". */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
