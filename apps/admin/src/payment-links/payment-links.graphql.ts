import { graphql } from '#gql/gql';

graphql(`
  fragment PaymentLinkView on PaymentLink {
    id
    version
    titleDe
    titleEn
    descriptionDe
    descriptionEn
    amount {
      minor
      currency
      amount
    }
    minimum {
      minor
      currency
      amount
    }
    maximum {
      minor
      currency
      amount
    }
    taxCase
    expiresOn
    enabled
    state
    url
    caseCount
  }
`);

export const PaymentLinksQuery = graphql(`
  query PaymentLinks($first: Int!, $after: String) {
    paymentLinks(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...PaymentLinkView
        }
      }
    }
  }
`);

export const PaymentLinkQuery = graphql(`
  query PaymentLink($id: ID!) {
    paymentLink(id: $id) {
      ...PaymentLinkView
      qrCodeSvg
    }
  }
`);

export const PaymentLinkCasesQuery = graphql(`
  query PaymentLinkCases($id: ID!, $first: Int!, $after: String) {
    paymentLink(id: $id) {
      cases(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...CaseRow
          }
        }
      }
    }
  }
`);

export const CreatePaymentLink = graphql(`
  mutation CreatePaymentLink($input: CreatePaymentLinkInput!) {
    createPaymentLink(input: $input) {
      __typename
      ... on CreatePaymentLinkSuccess {
        paymentLink {
          id
        }
      }
      ...ErrorFields
    }
  }
`);

export const UpdatePaymentLink = graphql(`
  mutation UpdatePaymentLink($input: UpdatePaymentLinkInput!) {
    updatePaymentLink(input: $input) {
      __typename
      ... on UpdatePaymentLinkSuccess {
        paymentLink {
          id
        }
      }
      ...ErrorFields
    }
  }
`);
