import { keepPreviousData, QueryClient } from '@tanstack/react-query';
import { ConnectionFailed } from './graphql-client.ts';

/** The one cache. Live events keep it fresh, so nothing is fetched again merely because time has passed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: keepPreviousData,
      refetchOnWindowFocus: false,
      retry: (failures, error) => error instanceof ConnectionFailed && failures < 2,
    },
    mutations: { retry: false },
  },
});
