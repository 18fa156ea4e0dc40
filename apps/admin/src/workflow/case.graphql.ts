import { graphql } from '#gql/gql';

graphql(`
  fragment CaseActions on PaymentCase {
    allowedActions {
      action
      step
    }
    blockedActions {
      action
      step
      code
      reason
      unblockedBy
    }
  }
`);

graphql(`
  fragment MoneyFields on Money {
    minor
    currency
    amount
  }
`);

graphql(`
  fragment CaseTracks on PaymentCase {
    currentStep
    moneyTrack {
      status
      phases {
        phase
        state
        at
        evidence
      }
      failure {
        code
        message
        nextActions
        nextTryAt
      }
    }
    workTrack {
      step
      run
      state
      openedAt
      doneAt
      policy
      waitingFor
      doneBy {
        kind
        name
      }
      stoppedBecause {
        code
        detail
        message
      }
    }
  }
`);

graphql(`
  fragment CaseSide on PaymentCase {
    reference
    externalRef
    skonto {
      basisPoints
      lastDay
      reduced {
        ...MoneyFields
      }
    }
    channel
    preferredMethod
    invoicing
    draftUrl
    createdAt
    closedAt
    customer {
      id
      number
      name
      state
      data {
        email
        phone
        street
        postalCode
        city
        country
      }
    }
    invoices {
      id
      kind
      number
      state
      pdfUrl
      xrechnungUrl
    }
    receipts {
      id
      number
      pdfUrl
    }
    payments {
      id
      source
      valueOn
      payer
      reference
      amount {
        ...MoneyFields
      }
    }
    tasks {
      id
      kind
      reason
      detail
      state
      dueOn
      priority
      assignee {
        id
        name
      }
    }
    attachments {
      ...AttachmentView
    }
  }
`);

export const CaseQuery = graphql(`
  query Case($id: ID!) {
    paymentCase(id: $id) {
      id
      number
      version
      state
      coverage
      cancelReason
      closedSingleControl
      dueOn
      amountDue {
        ...MoneyFields
      }
      amountReceived {
        ...MoneyFields
      }
      amountAwaited {
        ...MoneyFields
      }
      amountOpen {
        ...MoneyFields
      }
      position {
        place
        turn
        since
        expectedOn
        net {
          ...MoneyFields
        }
      }
      ...CaseActions
      ...CaseTracks
      ...CaseSide
      ...CaseAuthorization
      ...CaseCharges
      ...CaseAllocations
      ...CaseRefunds
      ...CaseDisputes
      ...CaseAtReader
      ...VerifyCustomerDataStep
      ...SaveCustomerRecordStep
      ...UpdatePaymentMethodStep
      ...CreatePaymentTaskStep
      ...ConfirmAmountStep
      ...RecordPaymentStep
      ...UpdatePaymentStatusStep
      ...NotifyCustomerStep
      ...ClosePaymentTaskStep
    }
  }
`);

graphql(`
  fragment EventSubject on Event {
    type
    ... on StepEvent {
      step
    }
    ... on MessageEvent {
      template
    }
  }
`);

export const CaseEventsQuery = graphql(`
  query CaseEvents($id: ID!, $first: Int!, $after: String) {
    paymentCase(id: $id) {
      id
      events(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            at
            reason
            ...EventSubject
            actor {
              kind
              name
            }
          }
        }
      }
    }
  }
`);

export const RejectPaymentTask = graphql(`
  mutation RejectPaymentTask($input: RejectPaymentTaskInput!) {
    rejectPaymentTask(input: $input) {
      __typename
      ... on RejectPaymentTaskSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const RemindCustomer = graphql(`
  mutation RemindCustomer($input: RemindCustomerInput!) {
    remindCustomer(input: $input) {
      __typename
      ... on RemindCustomerSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const CancelPaymentCase = graphql(`
  mutation CancelPaymentCase($input: CancelPaymentCaseInput!) {
    cancelPaymentCase(input: $input) {
      __typename
      ... on CancelPaymentCaseSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const RegisterReceipt = graphql(`
  mutation RegisterReceipt($input: RegisterReceiptInput!) {
    registerReceipt(input: $input) {
      __typename
      ... on RegisterReceiptSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
