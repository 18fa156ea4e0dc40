import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource, type Source } from './source.ts';

export interface Manifest {
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

/** Everything the rules know of the house. */
export interface Project {
  readonly sources: ReadonlyMap<string, Source>;
  /** By workspace folder: "packages/domain". */
  readonly manifests: ReadonlyMap<string, Manifest>;
}

const SOURCE = /\.(ts|tsx|mts|mjs)$/;
const SKIPPED = new Set(['node_modules', 'generated', 'dist', 'coverage', 'test-results']);
const FOLDERS = ['apps', 'packages', 'e2e', 'bench', 'scripts'];

/** Reads all source files of the project from disk. */
export const readProject = (home: string): Project => {
  const folders = FOLDERS.filter((folder) => existsSync(join(home, folder)));
  const texts = folders
    .flatMap((folder) => filesBelow(home, folder))
    .map((path) => [path, readFileSync(join(home, path), 'utf8')] as const);
  return projectOf(new Map(texts));
};

/** Builds a project from texts: sources by their endings, manifests by their name. */
export const projectOf = (texts: ReadonlyMap<string, string>): Project => ({
  sources: new Map(
    [...texts].filter(([path]) => SOURCE.test(path)).map(([path, text]) => [path, readSource(path, text)]),
  ),
  manifests: new Map(
    [...texts]
      .filter(([path]) => path.endsWith('/package.json'))
      .map(([path, text]) => [path.slice(0, -'/package.json'.length), manifestOf(text)]),
  ),
});

const manifestOf = (text: string): Manifest => {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(text) as Record<
    string,
    Record<string, string>
  >;
  return { dependencies: Object.keys(dependencies), devDependencies: Object.keys(devDependencies) };
};

const filesBelow = (home: string, folder: string): string[] =>
  readdirSync(join(home, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(home, path);
    return SOURCE.test(entry.name) || entry.name === 'package.json' ? [path] : [];
  });
