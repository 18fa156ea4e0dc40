import { graphql } from '#gql/gql';

graphql(`
  fragment ClosePaymentTaskStep on PaymentCase {
    preCheck {
      key
      state
      detail
    }
    closing: checklist(step: CLOSE_PAYMENT_TASK) {
      ...CheckView
    }
  }
`);

export const ClosePaymentTask = graphql(`
  mutation ClosePaymentTask($input: ClosePaymentTaskInput!) {
    closePaymentTask(input: $input) {
      __typename
      ... on ClosePaymentTaskSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
