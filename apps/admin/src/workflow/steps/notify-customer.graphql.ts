import { graphql } from '#gql/gql';

graphql(`
  fragment NotifyCustomerStep on PaymentCase {
    messages(first: 20) {
      edges {
        node {
          id
          template
          title
          channel
          recipient
          state
          queuedAt
          sentAt
          deliveredAt
          lastError
        }
      }
    }
  }
`);

export const NotifyCustomer = graphql(`
  mutation NotifyCustomer($input: NotifyCustomerInput!) {
    notifyCustomer(input: $input) {
      __typename
      ... on NotifyCustomerSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
