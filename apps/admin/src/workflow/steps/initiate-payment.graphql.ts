import { graphql } from '#gql/gql';

export const InitiatePayment = graphql(`
  mutation InitiatePayment($input: InitiatePaymentInput!) {
    initiatePayment(input: $input) {
      __typename
      ... on InitiatePaymentSuccess {
        case {
          id
          number
        }
      }
      ...ErrorFields
    }
  }
`);

export const CustomerChoiceQuery = graphql(`
  query CustomerChoice($search: String!) {
    customers(search: $search, first: 8) {
      edges {
        node {
          id
          number
          name
          state
          data {
            email
            city
          }
        }
      }
    }
  }
`);

export const TaxCasesQuery = graphql(`
  query TaxCases($customerId: ID, $country: String, $vatId: String) {
    taxCases(customerId: $customerId, country: $country, vatId: $vatId) {
      taxCase
      gaps {
        message
      }
    }
  }
`);
