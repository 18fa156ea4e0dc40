import { graphql } from '#gql/gql';

graphql(`
  fragment PayoutRow on Payout {
    id
    number
    state
    arrivalOn
    paidAt
    proposedAt
    failureMessage
    gross {
      ...MoneyFields
    }
    fee {
      ...MoneyFields
    }
    net {
      ...MoneyFields
    }
  }
`);

export const PayoutsQuery = graphql(`
  query Payouts($first: Int!, $after: String) {
    payouts(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...PayoutRow
        }
      }
    }
  }
`);

export const PayoutQuery = graphql(`
  query Payout($id: ID!) {
    node(id: $id) {
      __typename
      ... on Payout {
        ...PayoutRow
        items {
          kind
          description
          gross {
            ...MoneyFields
          }
          fee {
            ...MoneyFields
          }
          net {
            ...MoneyFields
          }
          case {
            id
            number
            customer {
              name
            }
          }
        }
      }
    }
  }
`);
