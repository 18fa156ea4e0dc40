import { graphql } from '#gql/gql';

graphql(`
  fragment CaseAuthorization on PaymentCase {
    authorization {
      amount {
        ...MoneyFields
      }
      payer
      expiresAt
      capturing
      offer {
        resolution
        amount {
          ...MoneyFields
        }
        released {
          ...MoneyFields
        }
      }
    }
  }
`);

export const ReleaseAuthorization = graphql(`
  mutation ReleaseAuthorization($input: ReleaseAuthorizationInput!) {
    releaseAuthorization(input: $input) {
      __typename
      ... on ReleaseAuthorizationSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
