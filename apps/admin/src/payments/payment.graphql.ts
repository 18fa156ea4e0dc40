import { graphql } from '#gql/gql';

export const PaymentQuery = graphql(`
  query Payment($id: ID!) {
    payment(id: $id) {
      id
      source
      method
      bookedAt
      valueOn
      reference
      payer
      payerIban
      providerRef
      unassignedAt
      amount {
        ...MoneyFields
      }
      unassigned {
        ...MoneyFields
      }
      customer {
        id
        name
      }
      case {
        id
        number
      }
      allocations {
        id
        createdAt
        amount {
          ...MoneyFields
        }
        case {
          id
          number
        }
      }
      refunds {
        id
        state
        requestedAt
        amount {
          ...MoneyFields
        }
      }
      disputes {
        id
        openedAt
        amount {
          ...MoneyFields
        }
      }
      payouts {
        id
        number
      }
      bankTransaction {
        id
        bookedOn
        counterpartyName
        endToEndId
        amount {
          ...MoneyFields
        }
      }
    }
  }
`);
