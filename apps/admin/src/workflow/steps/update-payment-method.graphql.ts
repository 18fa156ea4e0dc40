import { graphql } from '#gql/gql';

graphql(`
  fragment UpdatePaymentMethodStep on PaymentCase {
    customer {
      methods {
        id
        type
        state
        brand
        last4
        holder
        isDefault
        isFirst
        expiresOn
        noticedAt
        singleChannel
        reviewReason
      }
    }
  }
`);

export const RequestPaymentMethodUpdate = graphql(`
  mutation RequestPaymentMethodUpdate($input: RequestPaymentMethodUpdateInput!) {
    requestPaymentMethodUpdate(input: $input) {
      __typename
      ... on RequestPaymentMethodUpdateSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const SkipPaymentMethodUpdate = graphql(`
  mutation SkipPaymentMethodUpdate($input: SkipPaymentMethodUpdateInput!) {
    skipPaymentMethodUpdate(input: $input) {
      __typename
      ... on SkipPaymentMethodUpdateSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const ReviewPaymentMethod = graphql(`
  mutation ReviewPaymentMethod($input: ReviewPaymentMethodInput!) {
    reviewPaymentMethod(input: $input) {
      __typename
      ... on ReviewPaymentMethodSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
