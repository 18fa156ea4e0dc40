import { ConnectionFailed, originHeaders } from '../api/graphql-client.ts';
import { type FileProblem, toFileProblem } from './file-problem.ts';

/** A file that the API keeps; `documentId` is what `addAttachment` wants. */
export interface Uploaded {
  readonly documentId: string;
  readonly name: string;
}

/** The API does not take the file. Nothing has been kept. */
export class UploadRefused extends Error {
  readonly problem: FileProblem | null;

  constructor(problem: FileProblem | null) {
    super(problem ?? 'The file was refused.');
    this.problem = problem;
  }
}

interface Answer {
  readonly documentId?: string;
  readonly name?: string;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/** Reads the answer to an upload. Throws `UploadRefused`, or `ConnectionFailed` for what is no answer of the API. */
export const readUpload = (status: number, text: string): Uploaded => {
  let answer: Answer;
  try {
    answer = JSON.parse(text) as Answer;
  } catch {
    // A connection that is closed on a body that is too large answers with nothing.
    throw status === 413 ? new UploadRefused('FILE_TOO_LARGE') : new ConnectionFailed(`Upload: ${status}.`);
  }
  const { documentId, name } = answer;
  if (status === 201 && documentId && name) return { documentId, name };
  throw new UploadRefused(toFileProblem(answer.errors?.[0]?.extensions?.code));
};

interface UploadOptions {
  readonly signal: AbortSignal;
  /** Called with the share that has left, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Where files of this kind are taken. */
  readonly address?: '/api/attachments' | '/api/bank-statements';
}

/** Sends a file and tells how far it is, which `fetch` cannot. */
export const uploadFile = (
  file: File,
  { signal, onProgress, address = '/api/attachments' }: UploadOptions,
): Promise<Uploaded> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    for (const [name, value] of Object.entries(originHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ConnectionFailed('The file could not be sent.'));
    request.onload = () => {
      try {
        resolve(readUpload(request.status, request.responseText));
      } catch (error) {
        reject(error);
      }
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.set('file', file);
    request.send(form);
  });
