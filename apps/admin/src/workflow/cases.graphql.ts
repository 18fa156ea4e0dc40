import { graphql } from '#gql/gql';

graphql(`
  fragment CaseRow on PaymentCase {
    id
    number
    version
    state
    dueOn
    currentStep
    reference
    createdAt
    customer {
      id
      name
    }
    amountDue {
      minor
      currency
    }
    amountAwaited {
      minor
      currency
    }
    moneyTrack {
      status
    }
    position {
      turn
      since
    }
  }
`);

export const CasesQuery = graphql(`
  query Cases($filter: PaymentCaseFilter, $orderBy: PaymentCaseOrder, $first: Int!, $after: String) {
    paymentCases(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...CaseRow
        }
      }
    }
  }
`);

export const CaseExportQuery = graphql(`
  query CaseExport($filter: PaymentCaseFilter, $orderBy: PaymentCaseOrder, $first: Int!, $after: String) {
    paymentCases(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          number
          state
          currentStep
          createdAt
          dueOn
          reference
          customer {
            number
            name
          }
          moneyTrack {
            status
          }
          amountDue {
            ...MoneyFields
          }
          amountReceived {
            ...MoneyFields
          }
          amountAwaited {
            ...MoneyFields
          }
        }
      }
    }
  }
`);
