import { useQuery } from '@tanstack/react-query';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { KnownReadersQuery } from './reader-payment.graphql.ts';

/** Whether money can be taken in person; null while that is not known yet. The provider is not asked for it. */
export const useHasReaders = (): boolean | null => {
  const { data } = useQuery({
    queryKey: [...queryKeys.readers(), 'known'],
    queryFn: ({ signal }) => execute(KnownReadersQuery, {}, signal),
  });
  return data ? (data.viewer?.organization?.readers.length ?? 0) > 0 : null;
};
