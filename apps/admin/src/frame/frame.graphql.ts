import { graphql } from '#gql/gql';

export const OpenTaskCountQuery = graphql(`
  query OpenTaskCount {
    tasks(first: 1) {
      totalCount
    }
  }
`);

export const SearchQuery = graphql(`
  query Search($text: String!) {
    paymentCases(filter: { search: $text }, first: 6) {
      edges {
        node {
          id
          number
          amountDue {
            minor
            currency
          }
          customer {
            id
            name
          }
        }
      }
    }
    invoices(filter: { search: $text }, first: 4) {
      edges {
        node {
          id
          kind
          number
          gross {
            minor
            currency
          }
          customer {
            name
          }
        }
      }
    }
    customers(search: $text, first: 5) {
      edges {
        node {
          id
          name
          number
          data {
            email
            city
          }
        }
      }
    }
  }
`);
