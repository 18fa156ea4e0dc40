import { graphql } from '#gql/gql';

export const PaymentsQuery = graphql(`
  query Payments($filter: PaymentFilter, $first: Int!, $after: String) {
    payments(filter: $filter, first: $first, after: $after) {
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
          valueOn
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
            number
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

/** Asked beside the rows: counting takes longer than showing the first of them. */
export const PaymentCountQuery = graphql(`
  query PaymentCount($filter: PaymentFilter) {
    payments(filter: $filter) {
      totalCount
    }
  }
`);
