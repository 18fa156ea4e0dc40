import { graphql } from '#gql/gql';

export const MailAccountStatement = graphql(`
  mutation MailAccountStatement($input: MailAccountStatementInput!) {
    mailAccountStatement(input: $input) {
      __typename
      ... on MailAccountStatementSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
