import { graphql } from '#gql/gql';

graphql(`
  fragment InvoiceRow on Invoice {
    id
    kind
    number
    state
    standing
    issuedOn
    dueOn
    pdfUrl
    xrechnungUrl
    net {
      ...MoneyFields
    }
    vat {
      ...MoneyFields
    }
    gross {
      ...MoneyFields
    }
    customer {
      id
      name
    }
    case {
      id
      number
      state
      amountAwaited {
        ...MoneyFields
      }
    }
  }
`);

export const InvoicesQuery = graphql(`
  query Invoices($filter: InvoiceFilter, $first: Int!, $after: String) {
    invoices(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...InvoiceRow
        }
      }
    }
  }
`);

export const InvoiceQuery = graphql(`
  query Invoice($id: ID!) {
    node(id: $id) {
      __typename
      ... on Invoice {
        ...InvoiceRow
        xrechnungGaps {
          code
          message
        }
      }
    }
  }
`);
