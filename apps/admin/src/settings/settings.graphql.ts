import { graphql } from '#gql/gql';

export const SettingsQuery = graphql(`
  query Settings {
    viewer {
      organization {
        id
        version
        name
        legalName
        street
        postalCode
        city
        country
        taxNumber
        vatId
        smallBusiness
        iban
        bic
        bankName
        accountHolder
        email
        phone
        website
        accountsEmail
        registerEntry
        representedBy
        locale
        singleControl
        payoutMode
        transfersTo
        chartOfAccounts
        skonto {
          basisPoints
          days
        }
        workflow {
          number
          capture
        }
        members {
          id
          name
          email
          role
          active
          version
        }
        invitations {
          id
          email
          role
          link
          expiresAt
        }
        providerAccounts {
          id
          displayName
          externalId
          liveMode
          receivesEvents
          disabledAt
        }
      }
    }
  }
`);

export const UpdateOrganization = graphql(`
  mutation UpdateOrganization($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) {
      __typename
      ... on UpdateOrganizationSuccess {
        organization {
          id
          version
        }
      }
      ...ErrorFields
    }
  }
`);

export const SetCaptureMode = graphql(`
  mutation SetCaptureMode($input: SetCaptureModeInput!) {
    setCaptureMode(input: $input) {
      __typename
      ... on SetCaptureModeSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);

export const ChangeMemberRole = graphql(`
  mutation ChangeMemberRole($input: ChangeMemberRoleInput!) {
    changeMemberRole(input: $input) {
      __typename
      ... on ChangeMemberRoleSuccess {
        member {
          id
        }
      }
      ...ErrorFields
    }
  }
`);

export const RemoveMember = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) {
      __typename
      ... on RemoveMemberSuccess {
        member {
          id
        }
      }
      ...ErrorFields
    }
  }
`);
