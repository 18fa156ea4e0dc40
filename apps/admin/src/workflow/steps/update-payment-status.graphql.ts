import { graphql } from '#gql/gql';

graphql(`
  fragment UpdatePaymentStatusStep on PaymentCase {
    attempts(first: 20) {
      edges {
        node {
          id
          state
          methodType
          createdAt
          amount {
            ...MoneyFields
          }
          funded {
            ...MoneyFields
          }
          failureCode
          failureMessage
          tryNumber
          chargeAt
          method {
            type
            brand
            last4
          }
        }
      }
    }
  }
`);

export const UpdatePaymentStatus = graphql(`
  mutation UpdatePaymentStatus($input: UpdatePaymentStatusInput!) {
    updatePaymentStatus(input: $input) {
      __typename
      ... on UpdatePaymentStatusSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
