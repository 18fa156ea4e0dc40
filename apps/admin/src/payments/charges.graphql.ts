import { graphql } from '#gql/gql';

graphql(`
  fragment CaseCharges on PaymentCase {
    chargeableMethod {
      type
      brand
      last4
    }
    chargeableOn
    plannedCharge {
      methodType
      at
      tryNumber
      amount {
        ...MoneyFields
      }
    }
  }
`);

export const ChargeStoredMethod = graphql(`
  mutation ChargeStoredMethod($input: ChargeStoredMethodInput!) {
    chargeStoredMethod(input: $input) {
      __typename
      ... on ChargeStoredMethodSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const StopPlannedCharge = graphql(`
  mutation StopPlannedCharge($input: StopPlannedChargeInput!) {
    stopPlannedCharge(input: $input) {
      __typename
      ... on StopPlannedChargeSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
