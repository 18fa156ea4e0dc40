import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { execute } from '../api/graphql-client.ts';
import { newIdempotencyKey } from '../api/idempotency-key.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { uploadFile } from '../attachments/upload-file.ts';
import { ImportBankStatement } from './bank.graphql.ts';

export interface StatementImport {
  readonly bring: (file: File) => void;
  /** How much of the file has left, from 0 to 1; null while nothing is being sent. */
  readonly share: number | null;
  readonly error: unknown;
}

/** Sends a file and has it read; how far the reading is, the list of imports tells. */
export const useStatementImport = (): StatementImport => {
  const queryClient = useQueryClient();
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (file: File): Promise<void> => {
    setError(null);
    setShare(0);
    try {
      const { signal } = new AbortController();
      const { documentId } = await uploadFile(file, {
        signal,
        onProgress: setShare,
        address: '/api/bank-statements',
      });
      const input = { documentId, idempotencyKey: newIdempotencyKey() };
      unwrap((await execute(ImportBankStatement, { input })).importBankStatement);
      await queryClient.invalidateQueries({ queryKey: queryKeys.bankImports() });
    } catch (reason) {
      setError(reason);
    } finally {
      setShare(null);
    }
  };
  return { bring: (file) => void send(file), share, error };
};
