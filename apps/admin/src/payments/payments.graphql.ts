import { graphql } from '#gql/gql';

export const PaymentsQuery = graphql(`
  query Payments($filter: PaymentFilter, $first: Int!, $after: String) {
    payments(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          source
          method
          bookedAt
          reference
          payer
          amount {
            ...MoneyFields
          }
          unassigned {
            ...MoneyFields
          }
          customer {
            id
            name
          }
          case {
            id
            number
          }
        }
      }
    }
  }
`);
