import { graphql } from '#gql/gql';

export const AccountsQuery = graphql(`
  query Accounts {
    ledgerAccounts {
      id
      number
      name
      type
      balances {
        ...MoneyFields
      }
    }
  }
`);

export const JournalQuery = graphql(`
  query Journal($accountId: ID, $caseId: ID, $paymentId: ID, $first: Int!, $after: String) {
    journalEntries(accountId: $accountId, caseId: $caseId, paymentId: $paymentId, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          postedOn
          purpose
          source
          case {
            id
            number
            customer {
              name
            }
          }
          lines {
            amount {
              ...MoneyFields
            }
            account {
              id
              number
              name
            }
          }
        }
      }
    }
  }
`);
