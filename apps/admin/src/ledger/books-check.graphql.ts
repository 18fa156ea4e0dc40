import { graphql } from '#gql/gql';

export const BooksChecksQuery = graphql(`
  query BooksChecks {
    booksChecks(first: 2) {
      edges {
        node {
          id
          finishedAt
          rules
          broken {
            rule
            rows
          }
          notChecked
        }
      }
    }
  }
`);

export const CheckBooks = graphql(`
  mutation CheckBooks($input: CheckBooksInput!) {
    checkBooks(input: $input) {
      __typename
      ... on CheckBooksSuccess {
        check {
          id
        }
      }
      ...ErrorFields
    }
  }
`);
