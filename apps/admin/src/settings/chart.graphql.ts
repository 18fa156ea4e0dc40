import { graphql } from '#gql/gql';

export const ChartQuery = graphql(`
  query Chart {
    viewer {
      organization {
        chartVersion
      }
    }
    ledgerAccounts {
      id
      number
      nameDe
      nameEn
      hasDefaultNumber
    }
  }
`);

export const ChangeLedgerAccounts = graphql(`
  mutation ChangeLedgerAccounts($input: ChangeLedgerAccountsInput!) {
    changeLedgerAccounts(input: $input) {
      __typename
      ... on ChangeLedgerAccountsSuccess {
        chartVersion
      }
      ...ErrorFields
    }
  }
`);

export const ChooseChartOfAccounts = graphql(`
  mutation ChooseChartOfAccounts($input: ChooseChartOfAccountsInput!) {
    chooseChartOfAccounts(input: $input) {
      __typename
      ... on ChooseChartOfAccountsSuccess {
        keptAccounts {
          id
          number
          name
        }
      }
      ...ErrorFields
    }
  }
`);
