import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take long for another reason than their length: they start processes, wait for leases to end, or tell a
 * whole story. Without a past run Vitest takes the largest files first and would leave these to a worker that runs on
 * alone.
 */
const LONG = [
  /\/seed\.integration\.test\.ts$/,
  /\/apps\/api\/src\/main\.integration\.test\.ts$/,
  /\/(isolation|isolation-proof|provider-away|refusals|refunds|jobs|killed|event-histories)\.integration\.test\.ts$/,
  /\/(a11y-and-width|walk-of-a-stranger)\.e2e\.ts$/,
];

const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((name) => name.test(moduleId));

/** The files that end last begin first; the others in Vitest's own order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
