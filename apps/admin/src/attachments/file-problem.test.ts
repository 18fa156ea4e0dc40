import { expect, test } from 'vitest';
import { fileProblem, toFileProblem } from './file-problem.ts';

const MB = 1024 * 1024;

test('a file of a kind that the API keeps may be sent', () => {
  for (const name of ['Vertrag.pdf', 'SCAN.JPG', 'foto.jpeg', 'v1.2.auszug.csv'])
    expect(fileProblem({ name, size: MB }), name).toBeNull();
});

test('another kind, nothing in it or too much in it is said before it is sent', () => {
  expect(fileProblem({ name: 'vertrag.docx', size: MB })).toBe('FILE_TYPE_NOT_ALLOWED');
  expect(fileProblem({ name: 'pdf', size: 0 })).toBe('FILE_EMPTY');
  expect(fileProblem({ name: 'leer.pdf', size: 0 })).toBe('FILE_EMPTY');
  expect(fileProblem({ name: 'film.png', size: 10 * MB + 1 })).toBe('FILE_TOO_LARGE');
  expect(fileProblem({ name: 'film.png', size: 10 * MB })).toBeNull();
});

test('an answer of the API is a problem in words only where it has some', () => {
  expect(toFileProblem('FILE_TOO_LARGE')).toBe('FILE_TOO_LARGE');
  expect(toFileProblem('INTERNAL')).toBeNull();
});
