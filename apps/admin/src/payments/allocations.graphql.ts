import { graphql } from '#gql/gql';

graphql(`
  fragment CaseAllocations on PaymentCase {
    allocations(first: 50) {
      edges {
        node {
          id
          amount {
            ...MoneyFields
          }
          payment {
            id
            payer
            valueOn
          }
          reverses {
            id
          }
          reversedBy {
            reason
            createdAt
            createdBy {
              kind
              name
            }
          }
        }
      }
    }
  }
`);

export const UnassignPayment = graphql(`
  mutation UnassignPayment($input: UnassignPaymentInput!) {
    unassignPayment(input: $input) {
      __typename
      ... on UnassignPaymentSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const ReverseAllocation = graphql(`
  mutation ReverseAllocation($input: ReverseAllocationInput!) {
    reverseAllocation(input: $input) {
      __typename
      ... on ReverseAllocationSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
