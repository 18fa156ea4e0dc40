import { graphql } from '#gql/gql';

graphql(`
  fragment DifferenceFields on PaymentCase {
    id
    number
    version
    currentStep
    customer {
      name
    }
    amountOpen {
      ...MoneyFields
    }
    workTrack {
      state
      stoppedBecause {
        code
        message
      }
    }
    payments {
      id
      payer
      valueOn
      available {
        ...MoneyFields
      }
      resolutions {
        ...ResolutionView
      }
    }
  }
`);

export const DifferencesQuery = graphql(`
  query Differences($first: Int!, $after: String) {
    paymentCases(
      first: $first
      after: $after
      filter: { state: OPEN, step: CONFIRM_AMOUNT, hasStopped: true }
      orderBy: DUE
    ) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...DifferenceFields
        }
      }
    }
  }
`);
