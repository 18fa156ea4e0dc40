import { graphql } from '#gql/gql';

export const CreateOrganization = graphql(`
  mutation CreateOrganization($input: CreateOrganizationInput!) {
    createOrganization(input: $input) {
      __typename
      ... on CreateOrganizationSuccess {
        organization {
          id
        }
      }
      ...ErrorFields
    }
  }
`);

export const InviteMember = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      __typename
      ... on InviteMemberSuccess {
        invitation {
          id
          email
          link
        }
      }
      ...ErrorFields
    }
  }
`);

export const ConnectProvider = graphql(`
  mutation ConnectProvider($input: ConnectProviderInput!) {
    connectProvider(input: $input) {
      __typename
      ... on ConnectProviderSuccess {
        providerAccount {
          id
          displayName
        }
      }
      ...ErrorFields
    }
  }
`);

export const InvitationQuery = graphql(`
  query Invitation($token: String!) {
    invitation(token: $token) {
      organizationName
      email
      role
    }
  }
`);

export const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      __typename
      ... on AcceptInvitationSuccess {
        organization {
          id
        }
      }
      ...ErrorFields
    }
  }
`);
