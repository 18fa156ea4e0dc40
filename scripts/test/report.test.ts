import { describe, expect, it } from 'vitest';
import { countTests } from './report.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

describe('the count of a test run', () => {
  it('adds up passed and failed tests of all files', () => {
    const files = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')];
    expect(countTests(files, 1)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a skipped test as failed', () => {
    expect(countTests([file('passed', 'passed', 'skipped', 'todo')], 0)).toEqual({ passed: 1, failed: 2 });
  });

  it('counts a file that could not be loaded as failed', () => {
    expect(countTests([file('failed'), file('passed', 'passed')], 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a failing hook after passed tests as failed', () => {
    expect(countTests([file('failed', 'passed')], 1)).toEqual({ passed: 1, failed: 1 });
  });

  it.each([
    ['has no tests', [], 0],
    ['ended badly although every test has passed', [file('passed', 'passed')], 1],
    ['was killed', [], null],
  ])('is a failure when the run %s', (_what, files, code) => {
    expect(countTests(files, code).failed).toBe(1);
  });
});
