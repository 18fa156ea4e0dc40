import { graphql } from '#gql/gql';

export const MergePreviewQuery = graphql(`
  query MergePreview($survivorId: ID!, $mergedId: ID!) {
    survivor: customer(id: $survivorId) {
      id
      name
      number
      mergeObstacle(mergedId: $mergedId) {
        code
        reason
      }
    }
    merged: customer(id: $mergedId) {
      id
      name
      number
      account {
        ...AccountFields
      }
      methods {
        state
      }
      cases(first: 1) {
        totalCount
      }
    }
  }
`);

export const MergeCustomers = graphql(`
  mutation MergeCustomers($input: MergeCustomersInput!) {
    mergeCustomers(input: $input) {
      __typename
      ... on MergeCustomersSuccess {
        replayed
        customer {
          id
        }
      }
      ...ErrorFields
    }
  }
`);
