import { useQuery } from '@tanstack/react-query';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { CustomerChoiceQuery } from './steps/initiate-payment.graphql.ts';

/** Whether there is anybody to choose from; null while that is not known yet. */
export const useHasCustomers = (): boolean | null => {
  const { data } = useQuery({
    queryKey: queryKeys.customers({ choice: '' }),
    queryFn: ({ signal }) => execute(CustomerChoiceQuery, { search: '' }, signal),
  });
  return data ? data.customers.edges.length > 0 : null;
};
