import { graphql } from '#gql/gql';

graphql(`
  fragment RecordPaymentStep on PaymentCase {
    recordingPreview {
      allocate {
        ...MoneyFields
      }
      writeOff {
        ...MoneyFields
      }
      openAfter {
        ...MoneyFields
      }
    }
    receipts {
      issuedOn
      allocated {
        ...MoneyFields
      }
      openAfter {
        ...MoneyFields
      }
    }
  }
`);

export const RecordPayment = graphql(`
  mutation RecordPayment($input: RecordPaymentInput!) {
    recordPayment(input: $input) {
      __typename
      ... on RecordPaymentSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
