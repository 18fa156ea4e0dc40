import type { MapStatementListInput } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { unwrap } from '../api/refusal.ts';
import { useSubmission } from '../form/use-submission.ts';
import { ImportBankStatement } from './bank.graphql.ts';
import { MapStatementList } from './list-mapping.graphql.ts';

/** Keeps which column says what, and reads the list by it; each of the two calls bears being sent again. */
export const useListMapping = (documentId: string, onSuccess: () => void) =>
  useSubmission({
    send: async (columns: Omit<MapStatementListInput, 'idempotencyKey'>, idempotencyKey) => {
      const input = { ...columns, idempotencyKey };
      unwrap((await execute(MapStatementList, { input })).mapStatementList);
      const importing = { documentId, idempotencyKey: `${idempotencyKey}:import` };
      return unwrap((await execute(ImportBankStatement, { input: importing })).importBankStatement);
    },
    stale: [queryKeys.bankImports()],
    onSuccess,
  });
