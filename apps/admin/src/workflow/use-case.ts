import { queryOptions } from '@tanstack/react-query';
import type { CaseQuery as CaseData } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { CaseQuery } from './case.graphql.ts';

export type CaseView = NonNullable<CaseData['paymentCase']>;

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: queryKeys.case(id),
    queryFn: async ({ signal }) => (await execute(CaseQuery, { id }, signal)).paymentCase ?? null,
  });

/** Every step's screen gets the case as the server last described it. */
export interface StepScreenProps {
  readonly paymentCase: CaseView;
}
