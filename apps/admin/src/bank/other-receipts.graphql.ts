import { graphql } from '#gql/gql';

graphql(`
  fragment OtherReceiptFields on OtherReceipt {
    id
    state
    reason
    decisionObstacle {
      reason
      unblockedBy
    }
    amount {
      ...MoneyFields
    }
    account {
      number
      name
    }
    askedAt
    askedBy {
      name
    }
    decidedBy {
      name
    }
    transaction {
      id
      counterpartyName
      remittance
      bookedOn
    }
  }
`);

export const ReceiptOffersQuery = graphql(`
  query ReceiptOffers($id: ID!) {
    node(id: $id) {
      __typename
      ... on BankTransaction {
        receiptOffers {
          account
          needsSecondPerson
          lines {
            account {
              number
              name
            }
            amount {
              ...MoneyFields
              minor
            }
          }
        }
      }
    }
  }
`);

export const OtherReceiptsQuery = graphql(`
  query OtherReceipts($first: Int!, $after: String) {
    bankTransactions(list: OTHER_RECEIPTS, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          receipts {
            ...OtherReceiptFields
          }
        }
      }
    }
  }
`);

export const BookOtherReceipt = graphql(`
  mutation BookOtherReceipt($input: BookOtherReceiptInput!) {
    bookOtherReceipt(input: $input) {
      __typename
      ... on BookOtherReceiptSuccess {
        receipt {
          id
          state
        }
      }
      ...ErrorFields
    }
  }
`);

export const DecideOtherReceipt = graphql(`
  mutation DecideOtherReceipt($input: DecideOtherReceiptInput!) {
    decideOtherReceipt(input: $input) {
      __typename
      ... on DecideOtherReceiptSuccess {
        receipt {
          id
          state
        }
      }
      ...ErrorFields
    }
  }
`);

export const ReverseOtherReceipt = graphql(`
  mutation ReverseOtherReceipt($input: ReverseOtherReceiptInput!) {
    reverseOtherReceipt(input: $input) {
      __typename
      ... on ReverseOtherReceiptSuccess {
        receipt {
          id
          state
        }
      }
      ...ErrorFields
    }
  }
`);
