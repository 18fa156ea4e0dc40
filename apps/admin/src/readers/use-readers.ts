import { useQuery } from '@tanstack/react-query';
import type { ReadersQuery as ReadersData } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { ReadersQuery } from './readers.graphql.ts';

export type ReaderStatusView = ReadersData['readerStatuses'][number];

/** The readers of the business, and whether they can be reached. */
export const useReaders = () =>
  useQuery({
    queryKey: queryKeys.readers(),
    queryFn: async ({ signal }) => (await execute(ReadersQuery, {}, signal)).readerStatuses,
  });
