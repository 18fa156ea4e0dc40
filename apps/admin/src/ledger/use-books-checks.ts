import { useQuery } from '@tanstack/react-query';
import type { BooksChecksQuery as BooksChecksData } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { BooksChecksQuery } from './books-check.graphql.ts';

type BooksCheck = BooksChecksData['booksChecks']['edges'][number]['node'];

/** A check with its result. */
export type FinishedCheck = BooksCheck & { readonly finishedAt: string };

interface BooksChecks {
  readonly isRunning: boolean;
  /** The last one that was finished; null while there is none. */
  readonly last: FinishedCheck | null;
}

const isFinished = (check: BooksCheck): check is FinishedCheck => check.finishedAt !== null;

/** How the books were found the last time, and whether somebody is looking; null until that is known. */
export const useBooksChecks = (): BooksChecks | null => {
  const { data } = useQuery({
    queryKey: queryKeys.booksChecks(),
    queryFn: async ({ signal }) => (await execute(BooksChecksQuery, {}, signal)).booksChecks,
  });
  if (!data) return null;
  const checks = data.edges.map(({ node }) => node);
  return { isRunning: checks.some((check) => !isFinished(check)), last: checks.find(isFinished) ?? null };
};
