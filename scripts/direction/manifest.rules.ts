import type { Project } from './project.ts';
import { importRule, isForTests, isTool, type Rule } from './rule.ts';
import { targetOf, workspaceOf } from './target.ts';

const SCOPE = '@zahlwerk/';

/** Needed, though no source imports them: by generated code, or as the peer of a package that is imported. */
const USED_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  'packages/db': ['@prisma/client'],
  'packages/emails': ['react-dom'],
  'apps/admin': ['@graphql-typed-document-node/core', 'graphql'],
};

/** The package an import needs, by the name that stands in package.json. */
const needed = (project: Project, from: string, specifier: string): string | null => {
  const target = targetOf(project, from, specifier);
  if (target === null || target.kind === 'builtin') return null;
  if (target.kind === 'package') return target.name;
  const own = target.workspace === workspaceOf(from);
  return own || !target.byName ? null : SCOPE + (target.workspace.split('/').at(-1) ?? '');
};

/** What ships declares in `dependencies` what it imports; types, tests and tools may be content with the others. */
const undeclared = (project: Project): Rule =>
  importRule('manifest', ({ source, import: { specifier, typeOnly } }) => {
    const manifest = project.manifests.get(workspaceOf(source.path));
    const name = needed(project, source.path, specifier);
    if (!manifest || name === null || manifest.dependencies.includes(name)) return null;
    const enough = typeOnly || isForTests(source.path) || isTool(source.path);
    const typesOnly = typeOnly && manifest.devDependencies.includes(`@types/${name}`);
    if (enough && (manifest.devDependencies.includes(name) || typesOnly)) return null;
    return `${name} is not among the ${enough ? '' : 'run-time '}dependencies of ${workspaceOf(source.path)}`;
  });

const unused = (project: Project): Rule => ({
  name: 'manifest',
  check: () =>
    [...project.manifests].flatMap(([workspace, { dependencies }]) => {
      const used = new Set(
        [...project.sources.values()]
          .filter(({ path }) => workspaceOf(path) === workspace && !isForTests(path))
          .flatMap(({ path, imports }) => imports.map(({ specifier }) => needed(project, path, specifier))),
      );
      return dependencies
        .filter((name) => !used.has(name) && !USED_OTHERWISE[workspace]?.includes(name))
        .map((name) => ({
          rule: 'manifest',
          path: `${workspace}/package.json`,
          line: 1,
          message: `${name} is a dependency that nothing imports`,
        }));
    }),
});

/** package.json and the imports say the same. */
export const manifestRules: readonly Rule[] = [undeclared, unused].map((rule) => ({
  name: 'manifest',
  check: (project) => rule(project).check(project),
}));
