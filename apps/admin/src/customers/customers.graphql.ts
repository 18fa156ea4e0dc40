import { graphql } from '#gql/gql';

export const CustomersQuery = graphql(`
  query Customers($search: String, $first: Int!, $after: String) {
    customers(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          number
          state
          version
          createdAt
          emailBounced
          data {
            kind
            city
            country
            email
            phone
          }
        }
      }
    }
  }
`);

export const CustomerQuery = graphql(`
  query Customer($id: ID!) {
    customer(id: $id) {
      id
      name
      number
      state
      version
      savedVersion
      confirmedVersion
      emailBounced
      createdAt
      account {
        ...AccountFields
      }
      data {
        ...CustomerRecord
      }
      versions {
        version
        savedAt
        confirmedAt
        data {
          ...CustomerRecord
        }
      }
      mergedInto {
        id
        name
        number
      }
      duplicates {
        facts
        customer {
          id
          name
          number
        }
      }
      vatChecks {
        ...VatCheckFields
      }
      syncs {
        target
        state
        customerVersion
        error
        syncedAt
      }
      methods {
        type
        state
        brand
        last4
        holder
        isDefault
        expiresOn
        noticedAt
        singleChannel
        reviewReason
      }
      cases(first: 50) {
        edges {
          node {
            ...CaseRow
          }
        }
      }
      messages(first: 20) {
        edges {
          node {
            id
            template
            title
            recipient
            state
            queuedAt
            sentAt
            deliveredAt
            lastError
          }
        }
      }
    }
  }
`);

export const CustomerFilterQuery = graphql(`
  query CustomerFilter($search: String!, $chosen: ID!, $hasChosen: Boolean!) {
    customers(search: $search, first: 8) {
      edges {
        node {
          id
          name
          number
        }
      }
    }
    customer(id: $chosen) @include(if: $hasChosen) {
      id
      name
      number
    }
  }
`);
