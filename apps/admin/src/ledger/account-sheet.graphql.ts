import { graphql } from '#gql/gql';

graphql(`
  fragment SheetLineFields on LedgerAccountSheetLine {
    postedOn
    debit {
      ...MoneyFields
    }
    credit {
      ...MoneyFields
    }
    balance {
      ...MoneyFields
    }
    entry {
      id
      purpose
      source
      case {
        id
        number
        customer {
          name
        }
      }
      invoice {
        id
        number
        pdfUrl
      }
      payment {
        id
        payer
      }
      payout {
        id
        number
      }
      bankTransaction {
        id
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
`);

export const AccountSheetQuery = graphql(`
  query LedgerAccountSheet($accountId: ID!, $currency: CurrencyCode, $from: Date, $until: Date) {
    ledgerAccountSheet(accountId: $accountId, currency: $currency, from: $from, until: $until) {
      account {
        id
        number
        name
      }
      currency
      currencies
      lineCount
      opening {
        ...MoneyFields
      }
      debit {
        ...MoneyFields
      }
      credit {
        ...MoneyFields
      }
      closing {
        ...MoneyFields
      }
    }
  }
`);

export const SheetLinesQuery = graphql(`
  query SheetLines(
    $accountId: ID!
    $currency: CurrencyCode
    $from: Date
    $until: Date
    $first: Int!
    $after: String
  ) {
    ledgerAccountSheet(accountId: $accountId, currency: $currency, from: $from, until: $until) {
      lineCount
      lines(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...SheetLineFields
          }
        }
      }
    }
  }
`);
