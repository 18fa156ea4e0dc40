import { graphql } from '#gql/gql';

graphql(`
  fragment BankTransactionFields on BankTransaction {
    id
    state
    direction
    bookedOn
    counterpartyName
    counterpartyIban
    remittance
    amount {
      ...MoneyFields
    }
    unassigned {
      amount
      ...MoneyFields
    }
    receipts {
      ...OtherReceiptFields
    }
    candidates {
      reference
      referenceKind
      amount
      payer
      daysLate
      difference {
        ...MoneyFields
      }
      case {
        id
        number
        customer {
          name
        }
        amountOpen {
          ...MoneyFields
        }
      }
    }
  }
`);

export const BankPoolTotalQuery = graphql(`
  query BankPoolTotal {
    bankPool {
      count
      total {
        ...MoneyFields
      }
    }
  }
`);

export const BankPoolQuery = graphql(`
  query BankPool($first: Int!, $after: String) {
    bankTransactions(list: POOL, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...BankTransactionFields
        }
      }
    }
  }
`);

export const BankImportsQuery = graphql(`
  query BankImports {
    bankImports(first: 3) {
      edges {
        node {
          id
          fileName
          documentId
          state
          transactions
          added
          known
          credits
          looked
          matched
          createdAt
          createdBy {
            name
          }
          refusal {
            code
            message
            line
            file
          }
        }
      }
    }
  }
`);

export const StatementGapsQuery = graphql(`
  query StatementGaps {
    statementGaps {
      kind
      closedOn
      lastSequence
      nextClosedOn
      nextSequence
      closing {
        ...MoneyFields
      }
      nextOpening {
        ...MoneyFields
      }
    }
  }
`);

export const RetryBankImport = graphql(`
  mutation RetryBankImport($input: RetryBankImportInput!) {
    retryBankImport(input: $input) {
      __typename
      ... on RetryBankImportSuccess {
        bankImport {
          id
        }
      }
      ...ErrorFields
    }
  }
`);

export const ImportBankStatement = graphql(`
  mutation ImportBankStatement($input: ImportBankStatementInput!) {
    importBankStatement(input: $input) {
      __typename
      ... on ImportBankStatementSuccess {
        bankImport {
          id
        }
      }
      ...ErrorFields
    }
  }
`);

export const AssignBankTransaction = graphql(`
  mutation AssignBankTransaction($input: AssignBankTransactionInput!) {
    assignBankTransaction(input: $input) {
      __typename
      ... on AssignBankTransactionSuccess {
        transaction {
          id
          state
        }
      }
      ...ErrorFields
    }
  }
`);

export const OpenCasesQuery = graphql(`
  query OpenCases($search: String!) {
    paymentCases(filter: { search: $search, state: OPEN }, first: 8) {
      edges {
        node {
          id
          number
          customer {
            name
          }
          amountOpen {
            ...MoneyFields
          }
        }
      }
    }
  }
`);
