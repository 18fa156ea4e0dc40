import { graphql } from '#gql/gql';

/** What every refusal carries; selected in every mutation, so that one place can show it. */
graphql(`
  fragment ErrorFields on Error {
    __typename
    code
    message
    retryable
    ... on ValidationFailed {
      fields {
        path
        code
        message
      }
    }
    ... on StepRefused {
      unblockedBy
    }
    ... on CaseRefused {
      unblockedBy
    }
    ... on NotAllowed {
      unblockedBy
    }
    ... on VersionConflict {
      currentVersion
    }
  }
`);
