import { graphql } from '#gql/gql';

export const StatementListPreviewQuery = graphql(`
  query StatementListPreview($documentId: ID!) {
    statementListPreview(documentId: $documentId) {
      delimiter
      day
      decimal
      bookedOn
      valueOn
      amount
      counterparty
      iban
      remittance
      columns {
        name
        samples
      }
    }
  }
`);

export const MapStatementList = graphql(`
  mutation MapStatementList($input: MapStatementListInput!) {
    mapStatementList(input: $input) {
      __typename
      ... on MapStatementListSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
