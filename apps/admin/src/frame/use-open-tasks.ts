import { useQuery } from '@tanstack/react-query';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { OpenTaskCountQuery } from './frame.graphql.ts';

/** How many tasks wait for somebody. */
export const useOpenTasks = (): number => {
  const { data } = useQuery({
    queryKey: queryKeys.tasks({ count: true }),
    queryFn: ({ signal }) => execute(OpenTaskCountQuery, {}, signal),
  });
  return data?.tasks.totalCount ?? 0;
};
