import { graphql } from '#gql/gql';

graphql(`
  fragment CustomerRecord on CustomerData {
    kind
    givenName
    familyName
    company
    contact
    street
    postalCode
    city
    country
    email
    phone
    vatId
    taxNumber
    iban
    language
    wantsSms
  }
`);

graphql(`
  fragment CheckView on ChecklistItem {
    key
    label
    state
    required
    code
    source
    detail
    evidence
    at
    by {
      kind
      name
    }
  }
`);

graphql(`
  fragment VerifyCustomerDataStep on PaymentCase {
    verification: checklist(step: VERIFY_CUSTOMER_DATA) {
      ...CheckView
    }
    discrepancies {
      id
      step
      key
      expected
      found
      resolved
    }
    customer {
      data {
        ...CustomerRecord
      }
    }
  }
`);

export const VerifyCustomerData = graphql(`
  mutation VerifyCustomerData($input: VerifyCustomerDataInput!) {
    verifyCustomerData(input: $input) {
      __typename
      ... on VerifyCustomerDataSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const RequestCustomerData = graphql(`
  mutation RequestCustomerData($input: RequestCustomerDataInput!) {
    requestCustomerData(input: $input) {
      __typename
      ... on RequestCustomerDataSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
