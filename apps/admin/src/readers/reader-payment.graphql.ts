import { graphql } from '#gql/gql';

graphql(`
  fragment CaseAtReader on PaymentCase {
    attempts(first: 20) {
      edges {
        node {
          id
          state
          failureCode
          amount {
            ...MoneyFields
          }
          reader {
            id
            label
          }
        }
      }
    }
  }
`);

export const StartReaderPayment = graphql(`
  mutation StartReaderPayment($input: StartReaderPaymentInput!) {
    startReaderPayment(input: $input) {
      __typename
      ... on StartReaderPaymentSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const CancelReaderPayment = graphql(`
  mutation CancelReaderPayment($input: CancelReaderPaymentInput!) {
    cancelReaderPayment(input: $input) {
      __typename
      ... on CancelReaderPaymentSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const KnownReadersQuery = graphql(`
  query KnownReaders {
    viewer {
      organization {
        id
        readers {
          id
        }
      }
    }
  }
`);
