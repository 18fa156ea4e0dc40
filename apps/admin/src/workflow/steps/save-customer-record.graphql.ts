import { graphql } from '#gql/gql';

graphql(`
  fragment SaveCustomerRecordStep on PaymentCase {
    customer {
      number
      version
      savedVersion
      confirmedVersion
      differences {
        field
        before
        after
      }
      syncs {
        target
        state
        error
        syncedAt
      }
      data {
        ...CustomerRecord
      }
      versions {
        version
        savedAt
        confirmedAt
        data {
          ...CustomerRecord
        }
      }
    }
  }
`);

export const SaveCustomerRecord = graphql(`
  mutation SaveCustomerRecord($input: SaveCustomerRecordInput!) {
    saveCustomerRecord(input: $input) {
      __typename
      ... on SaveCustomerRecordSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const ConfirmCustomerRecord = graphql(`
  mutation ConfirmCustomerRecord($input: ConfirmCustomerRecordInput!) {
    confirmCustomerRecord(input: $input) {
      __typename
      ... on ConfirmCustomerRecordSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
