import { graphql } from '#gql/gql';

graphql(`
  fragment CaseDisputes on PaymentCase {
    disputes {
      id
      kind
      state
      reason
      dueBy
      needsResponse
      isInquiry
      openedAt
      reinstatedAt
      amount {
        ...MoneyFields
      }
      fee {
        ...MoneyFields
      }
      response {
        kind
        state
        statement
        failureCode
        failureMessage
        at
        by {
          kind
          name
        }
      }
    }
  }
`);

export const SubmitDisputeEvidence = graphql(`
  mutation SubmitDisputeEvidence($input: SubmitDisputeEvidenceInput!) {
    submitDisputeEvidence(input: $input) {
      __typename
      ... on SubmitDisputeEvidenceSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const AcceptDispute = graphql(`
  mutation AcceptDispute($input: AcceptDisputeInput!) {
    acceptDispute(input: $input) {
      __typename
      ... on AcceptDisputeSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
