import { existsSync, readFileSync } from 'node:fs';

/**
 * Counts in the JSON report of Vitest.
 * @param {string} file
 * @param {number | null} code of the run
 */
export const readReport = (file, code) =>
  countTests(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).testResults : [], code);

/**
 * A file that could not be loaded, a skipped test and a run that has nothing to show for itself count as failed.
 * @param {{ status: string, assertionResults: { status: string }[] }[]} files
 * @param {number | null} code
 * @returns {{ passed: number, failed: number }}
 */
export const countTests = (files, code) => {
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(isPassed).length;
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every(isPassed),
  );
  const failed = tests.length - passed + broken.length;
  const silent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: silent ? 1 : failed };
};

const isPassed = ({ status }) => status === 'passed';
