import { join } from 'node:path';
import { readProject } from './direction/project.ts';
import { RULES } from './direction/rules.ts';
import { workspaceOf } from './direction/target.ts';

/** A checker that reads nothing finds nothing: fewer files than these and it has not seen the house. */
const AT_LEAST: Readonly<Record<string, number>> = {
  'packages/domain': 60,
  'packages/db': 20,
  'packages/documents': 10,
  'packages/emails': 10,
  'apps/api': 60,
  'apps/admin': 60,
  'apps/sandbox': 40,
  e2e: 3,
  scripts: 20,
};

const project = readProject(join(import.meta.dirname, '..'));
const paths = [...project.sources.keys()];
const unseen = Object.entries(AT_LEAST).flatMap(([workspace, least]) => {
  const seen = paths.filter((path) => workspaceOf(path) === workspace).length;
  return seen < least
    ? [`Only ${seen} files of ${workspace} were read, ${least} or more were expected.`]
    : [];
});
const violations = RULES.flatMap((rule) => rule.check(project)).map(
  ({ rule, path, line, message }) => `${path}:${line}  ${rule}: ${message}`,
);
for (const problem of [...unseen, ...violations]) console.error(problem);
console.log(`Direction: ${paths.length} files, ${RULES.length} rules, ${violations.length} violations.`);
process.exitCode = unseen.length + violations.length > 0 ? 1 : 0;
