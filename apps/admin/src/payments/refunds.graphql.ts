import { graphql } from '#gql/gql';

graphql(`
  fragment CaseRefunds on PaymentCase {
    refunds {
      id
      state
      effect
      reason
      approvalId
      paymentId
      transferReference
      failureMessage
      requestedAt
      amount {
        ...MoneyFields
      }
      requestedBy {
        kind
        name
      }
    }
    refundOffers {
      paymentId
      effect
      byHand
      most {
        ...MoneyFields
      }
      aloneUpTo {
        ...MoneyFields
      }
    }
  }
`);

export const RequestRefund = graphql(`
  mutation RequestRefund($input: RequestRefundInput!) {
    requestRefund(input: $input) {
      __typename
      ... on RequestRefundSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const RecordRefundTransfer = graphql(`
  mutation RecordRefundTransfer($input: RecordRefundTransferInput!) {
    recordRefundTransfer(input: $input) {
      __typename
      ... on RecordRefundTransferSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
