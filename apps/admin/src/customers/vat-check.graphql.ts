import { graphql } from '#gql/gql';

graphql(`
  fragment VatCheckFields on VatCheck {
    id
    vatId
    askedAt
    askedBy {
      kind
      name
    }
    outcome
    answeredAt
    askAt
    register
    requesterVatId
    reason
    requestNumber
    name
    address
    nameMatch
  }
`);

export const CheckVatId = graphql(`
  mutation CheckVatId($input: CheckVatIdInput!) {
    checkVatId(input: $input) {
      __typename
      ... on CheckVatIdSuccess {
        vatCheck {
          ...VatCheckFields
        }
      }
      ...ErrorFields
    }
  }
`);
