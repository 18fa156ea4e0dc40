import { graphql } from '#gql/gql';

export const IntegrationsQuery = graphql(`
  query Integrations {
    apiKeyScopes
    integrations {
      id
      name
      description
      createdAt
      apiKeys {
        id
        name
        prefix
        scopes
        createdAt
        lastUsedAt
        expiresAt
        revokedAt
      }
    }
  }
`);

export const CreateIntegration = graphql(`
  mutation CreateIntegration($input: CreateIntegrationInput!) {
    createIntegration(input: $input) {
      __typename
      ... on CreateIntegrationSuccess {
        integration {
          id
        }
      }
      ...ErrorFields
    }
  }
`);

export const CreateApiKey = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) {
      __typename
      ... on CreateApiKeySuccess {
        secret
        apiKey {
          id
        }
      }
      ...ErrorFields
    }
  }
`);

export const RevokeApiKey = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) {
      __typename
      ... on RevokeApiKeySuccess {
        apiKey {
          id
        }
      }
      ...ErrorFields
    }
  }
`);
