import { graphql } from '#gql/gql';

graphql(`
  fragment ResolutionView on OfferedResolution {
    resolution
    needsReason
    needsSecondPerson
    lines {
      account {
        number
        name
      }
      amount {
        ...MoneyFields
      }
    }
    allocate {
      ...MoneyFields
    }
    writeOff {
      ...MoneyFields
    }
    credit {
      ...MoneyFields
    }
  }
`);

graphql(`
  fragment ConfirmAmountStep on PaymentCase {
    confirmation: checklist(step: CONFIRM_AMOUNT) {
      ...CheckView
    }
    restResolutions {
      ...ResolutionView
    }
    approvals {
      id
      kind
      reason
      state
      askedAt
      amount {
        ...MoneyFields
      }
      askedBy {
        name
      }
    }
    payments {
      id
      source
      evidence
      bookedAt
      available {
        ...MoneyFields
      }
      resolutions {
        ...ResolutionView
      }
    }
  }
`);

export const ConfirmAmount = graphql(`
  mutation ConfirmAmount($input: ConfirmAmountInput!) {
    confirmAmount(input: $input) {
      __typename
      ... on ConfirmAmountSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const DecideApproval = graphql(`
  mutation DecideApproval($input: DecideApprovalInput!) {
    decideApproval(input: $input) {
      __typename
      ... on DecideApprovalSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
