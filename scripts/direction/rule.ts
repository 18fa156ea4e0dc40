import type { Project } from './project.ts';
import type { Import, Source } from './source.ts';
import { type Target, targetOf } from './target.ts';

export interface Violation {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export interface Rule {
  readonly name: string;
  readonly check: (project: Project) => Violation[];
}

/** Tests and what only tests, builds and tools use may reach further than what ships. */
export const isForTests = (path: string): boolean =>
  /\.(test|typetest|fixture|arbitrary|bench)\.tsx?$/.test(path) ||
  /^(apps|packages)\/[^/]+\/test\//.test(path) ||
  /^(e2e|bench)\//.test(path);

export const isTool = (path: string): boolean =>
  /^(apps|packages)\/[^/]+\/scripts\//.test(path) || /\.config\.(ts|mjs)$/.test(path);

type Judge = (link: { project: Project; source: Source; import: Import; target: Target }) => string | null;

/** A rule over single imports: the judge says what is wrong with one, or null. */
export const importRule = (name: string, judge: Judge): Rule => ({
  name,
  check: (project) =>
    [...project.sources.values()].flatMap((source) =>
      source.imports.flatMap((one) => {
        const target = targetOf(project, source.path, one.specifier);
        const message = target && judge({ project, source, import: one, target });
        return message ? [{ rule: name, path: source.path, line: one.line, message }] : [];
      }),
    ),
});

/** A rule over something else that single files do. */
export const sourceRule = (
  name: string,
  judge: (source: Source) => readonly { line: number; message: string }[],
): Rule => ({
  name,
  check: (project) =>
    [...project.sources.values()].flatMap((source) =>
      judge(source).map((found) => ({ rule: name, path: source.path, ...found })),
    ),
});
