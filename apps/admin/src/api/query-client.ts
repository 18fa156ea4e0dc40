import { keepPreviousData, QueryClient } from '@tanstack/react-query';
import { ConnectionFailed, RequestFailed } from './graphql-client.ts';

/** The line or the database is away for a moment. */
const isPassing = (error: unknown): boolean =>
  error instanceof ConnectionFailed ||
  (error instanceof RequestFailed && error.code === 'TEMPORARILY_UNAVAILABLE');

/** The one cache. Live events keep it fresh, so nothing is fetched again merely because time has passed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: keepPreviousData,
      refetchOnWindowFocus: false,
      retry: (failures, error) => isPassing(error) && failures < 2,
    },
    mutations: { retry: false },
  },
});
