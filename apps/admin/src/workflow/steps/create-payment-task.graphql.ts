import { graphql } from '#gql/gql';

graphql(`
  fragment AccountFields on AccountSheet {
    openCount
    open {
      ...MoneyFields
    }
    overdue {
      ...MoneyFields
    }
    credit {
      ...MoneyFields
    }
    received {
      ...MoneyFields
    }
  }
`);

graphql(`
  fragment CreatePaymentTaskStep on PaymentCase {
    customer {
      account {
        ...AccountFields
      }
      cases(first: 5) {
        edges {
          node {
            id
            number
            dueOn
            state
            amountOpen {
              ...MoneyFields
            }
          }
        }
      }
    }
  }
`);

export const TeamQuery = graphql(`
  query Team {
    viewer {
      organization {
        members {
          id
          name
          role
          active
        }
      }
    }
  }
`);

export const CreatePaymentTask = graphql(`
  mutation CreatePaymentTask($input: CreatePaymentTaskInput!) {
    createPaymentTask(input: $input) {
      __typename
      ... on CreatePaymentTaskSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
