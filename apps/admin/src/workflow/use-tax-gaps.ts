import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TaxCase } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { TaxCasesQuery } from './steps/initiate-payment.graphql.ts';

/** What an invoice with this tax case would be refused for, as sentences. */
export type TaxGaps = (taxCase: TaxCase) => readonly string[];

interface Buyer {
  readonly customerId: string | null;
  /** Of a new customer, while it is typed. */
  readonly country: string;
  readonly vatId: string;
}

/** Asks what each tax case misses for this customer; nothing while nobody is chosen or the answer is on its way. */
export const useTaxGaps = ({ customerId, country, vatId }: Buyer, isChosen: boolean): TaxGaps => {
  const variables = customerId ? { customerId } : { country, vatId: vatId.trim() || null };
  const { data } = useQuery({
    queryKey: queryKeys.customers({ taxCases: variables }),
    queryFn: ({ signal }) => execute(TaxCasesQuery, variables, signal),
    placeholderData: keepPreviousData,
    enabled: isChosen,
  });
  const offers = isChosen ? (data?.taxCases ?? []) : [];
  return (taxCase) =>
    offers.find((offer) => offer.taxCase === taxCase)?.gaps.map(({ message }) => message) ?? [];
};
