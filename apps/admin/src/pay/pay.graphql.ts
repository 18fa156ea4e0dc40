import { graphql } from '#pay-gql/gql';

graphql(`
  fragment PayView on PayPage {
    language
    state
    payee
    payeeEmail
    reference
    orderReference
    purpose
    dueOn
    debitAt
    methods
    receiptUrl
    lines {
      name
      quantity
    }
    amountDue {
      minor
      currency
    }
    amountOpen {
      minor
      currency
    }
    amountReceived {
      minor
      currency
    }
    amountReserved {
      minor
      currency
    }
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
        nextActions
        nextTryAt
      }
    }
    bankTransfer {
      holder
      iban
      bic
      reference
      giroCodeSvg
      skonto {
        basisPoints
        lastDay
        reduced {
          minor
          currency
        }
      }
    }
    lacking {
      kind
      fields
      country
    }
    refusal {
      code
      message
    }
  }
`);

export const PayPageQuery = graphql(`
  query PayPage($token: String!) {
    payPage(token: $token) {
      ...PayView
    }
  }
`);

export const PayPageChanged = graphql(`
  subscription PayPageChanged($token: String!) {
    payPageChanged(token: $token) {
      ...PayView
    }
  }
`);

export const StartPayment = graphql(`
  mutation StartPayment($input: StartPaymentInput!) {
    startPayment(input: $input) {
      __typename
      ... on StartPaymentSuccess {
        url
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

export const MethodPageQuery = graphql(`
  query MethodPage($token: String!) {
    methodPage(token: $token) {
      __typename
      ... on MethodPage {
        payee
        reference
        language
        current {
          type
          last4
          expiresOn
        }
        codeTo {
          channel
          masked
        }
      }
    }
  }
`);

export const SendMethodCode = graphql(`
  mutation SendMethodCode($input: SendMethodCodeInput!) {
    sendMethodCode(input: $input) {
      __typename
      ... on SendMethodCodeSuccess {
        to {
          channel
          masked
        }
        validMinutes
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

export const UpdatePaymentMethod = graphql(`
  mutation UpdatePaymentMethod($input: UpdatePaymentMethodInput!) {
    updatePaymentMethod(input: $input) {
      __typename
      ... on UpdatePaymentMethodSuccess {
        url
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

export const DataRequestQuery = graphql(`
  query DataRequest($token: String!) {
    dataRequest(token: $token) {
      __typename
      ... on DataRequest {
        payee
        reference
        language
        required
        data {
          kind
          givenName
          familyName
          company
          contact
          street
          postalCode
          city
          country
          email
          phone
          vatId
          taxNumber
          iban
          language
          wantsSms
        }
      }
    }
  }
`);

export const SubmitCustomerData = graphql(`
  mutation SubmitCustomerData($input: SubmitCustomerDataInput!) {
    submitCustomerData(input: $input) {
      __typename
      ... on SubmitCustomerDataSuccess {
        accepted
      }
      ... on ValidationFailed {
        code
        message
        fields {
          path
          message
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

export const LinkPageQuery = graphql(`
  query LinkPage($token: String!, $language: Language!) {
    linkPage(token: $token) {
      payee
      payeeEmail
      state
      title(language: $language)
      description(language: $language)
      required
      country
      amount {
        minor
        currency
      }
      minimum {
        minor
        currency
      }
      maximum {
        minor
        currency
      }
    }
  }
`);

export const StartFromLink = graphql(`
  mutation StartFromLink($input: StartFromLinkInput!) {
    startFromLink(input: $input) {
      __typename
      ... on StartFromLinkSuccess {
        url
      }
      ... on ValidationFailed {
        code
        message
        fields {
          path
          message
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

export const CompleteCustomerData = graphql(`
  mutation CompleteCustomerData($input: CompleteCustomerDataInput!) {
    completeCustomerData(input: $input) {
      __typename
      ... on CompleteCustomerDataSuccess {
        payPage {
          reference
        }
      }
      ... on ValidationFailed {
        code
        message
        fields {
          path
          message
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);
