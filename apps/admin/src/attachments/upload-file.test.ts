import { expect, test } from 'vitest';
import { ConnectionFailed } from '../api/graphql-client.ts';
import { readUpload, UploadRefused } from './upload-file.ts';

const refusal = (code: string) => JSON.stringify({ errors: [{ message: 'No.', extensions: { code } }] });

const problemOf = (status: number, text: string): unknown => {
  try {
    return readUpload(status, text);
  } catch (error) {
    return error instanceof UploadRefused ? error.problem : error;
  }
};

test('a kept file is known by its document', () => {
  const answer = { documentId: 'd1', name: 'Vertrag.pdf', mediaType: 'application/pdf', size: 36 };
  expect(readUpload(201, JSON.stringify(answer))).toEqual({ documentId: 'd1', name: 'Vertrag.pdf' });
});

test('a refusal carries its reason', () => {
  expect(problemOf(415, refusal('FILE_TYPE_NOT_ALLOWED'))).toBe('FILE_TYPE_NOT_ALLOWED');
  expect(problemOf(413, '')).toBe('FILE_TOO_LARGE');
  expect(problemOf(500, refusal('INTERNAL'))).toBeNull();
});

test('what is no answer of the API says nothing about the file', () => {
  expect(problemOf(502, '<html>Bad gateway</html>')).toBeInstanceOf(ConnectionFailed);
});
