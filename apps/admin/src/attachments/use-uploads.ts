import { useEffect, useRef, useState } from 'react';
import { newIdempotencyKey } from '../api/idempotency-key.ts';
import { fileProblem } from './file-problem.ts';
import { UploadRefused, uploadFile } from './upload-file.ts';

/** One chosen file on its way to the API. */
export interface Upload {
  readonly id: string;
  readonly file: File;
  /** How much has left, from 0 to 1. */
  readonly share: number;
  /** Set once the API keeps it. */
  readonly documentId: string | null;
  readonly error: unknown;
}

export interface Uploads {
  readonly uploads: readonly Upload[];
  readonly start: (files: readonly File[]) => void;
  readonly retry: (upload: Upload) => void;
  /** Takes a file off the list; one that is still being sent is broken off. */
  readonly remove: (id: string) => void;
}

/** The files that somebody has chosen here, each sent at once by itself. */
export const useUploads = (): Uploads => {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const running = useRef(new Map<string, AbortController>());
  useEffect(
    () => () => {
      for (const sending of running.current.values()) sending.abort();
    },
    [],
  );

  const patch = (id: string, change: Partial<Upload>): void =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const send = async ({ id, file }: Pick<Upload, 'id' | 'file'>): Promise<void> => {
    const sending = new AbortController();
    running.current.set(id, sending);
    try {
      const onProgress = (share: number): void => patch(id, { share });
      const { documentId } = await uploadFile(file, { signal: sending.signal, onProgress });
      patch(id, { documentId, share: 1 });
    } catch (error) {
      patch(id, { error });
    } finally {
      running.current.delete(id);
    }
  };
  return {
    uploads,
    start: (files) => {
      const chosen = files.map((file): Upload => {
        const problem = fileProblem(file);
        const error = problem ? new UploadRefused(problem) : null;
        return { id: newIdempotencyKey(), file, share: 0, documentId: null, error };
      });
      setUploads((all) => [...all, ...chosen]);
      for (const upload of chosen) if (!upload.error) void send(upload);
    },
    retry: (upload) => {
      patch(upload.id, { error: null, share: 0 });
      void send(upload);
    },
    remove: (id) => {
      running.current.get(id)?.abort();
      setUploads((all) => all.filter((one) => one.id !== id));
    },
  };
};
