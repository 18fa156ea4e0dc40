import { graphql } from '#gql/gql';

graphql(`
  fragment PayoutRow on Payout {
    id
    number
    state
    arrivalOn
    bankedOn
    paidAt
    proposedAt
    failureMessage
    gross {
      ...MoneyFields
    }
    fee {
      ...MoneyFields
    }
    net {
      ...MoneyFields
    }
  }
`);

export const PayoutsQuery = graphql(`
  query Payouts($first: Int!, $after: String) {
    payouts(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...PayoutRow
        }
      }
    }
  }
`);

export const PayoutQuery = graphql(`
  query Payout($id: ID!) {
    node(id: $id) {
      __typename
      ... on Payout {
        ...PayoutRow
        mode
        failureCode
        releasedAt
        sentAt
        proposedBy {
          kind
          name
        }
        releasedBy {
          name
        }
        releaseObstacle {
          code
          reason
          unblockedBy
        }
        items {
          kind
          description
          gross {
            ...MoneyFields
          }
          fee {
            ...MoneyFields
          }
          net {
            ...MoneyFields
          }
          case {
            id
            number
            customer {
              name
            }
          }
        }
      }
    }
  }
`);

export const PayoutProposalQuery = graphql(`
  query PayoutProposal {
    payoutProposal {
      gross {
        ...MoneyFields
      }
      fee {
        ...MoneyFields
      }
      net {
        ...MoneyFields
      }
      later {
        ...MoneyFields
      }
      laterFrom
      obstacle {
        code
        reason
        unblockedBy
      }
      payments {
        gross {
          ...MoneyFields
        }
        fee {
          ...MoneyFields
        }
        net {
          ...MoneyFields
        }
        case {
          id
          number
          customer {
            name
          }
        }
      }
      refunds {
        gross {
          ...MoneyFields
        }
        fee {
          ...MoneyFields
        }
        net {
          ...MoneyFields
        }
        case {
          id
          number
          customer {
            name
          }
        }
      }
      disputes {
        gross {
          ...MoneyFields
        }
        fee {
          ...MoneyFields
        }
        net {
          ...MoneyFields
        }
        case {
          id
          number
          customer {
            name
          }
        }
      }
    }
  }
`);

export const ProposePayout = graphql(`
  mutation ProposePayout($input: ProposePayoutInput!) {
    proposePayout(input: $input) {
      __typename
      ... on ProposePayoutSuccess {
        payout {
          id
          number
        }
      }
      ...ErrorFields
    }
  }
`);

export const ReleasePayout = graphql(`
  mutation ReleasePayout($input: ReleasePayoutInput!) {
    releasePayout(input: $input) {
      __typename
      ... on ReleasePayoutSuccess {
        payout {
          id
        }
      }
      ...ErrorFields
    }
  }
`);
