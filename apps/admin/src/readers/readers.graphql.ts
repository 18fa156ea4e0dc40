import { graphql } from '#gql/gql';

export const ReadersQuery = graphql(`
  query Readers {
    readerStatuses {
      connection
      reader {
        id
        label
        deviceType
        serialNumber
      }
    }
  }
`);

export const RegisterReader = graphql(`
  mutation RegisterReader($input: RegisterReaderInput!) {
    registerReader(input: $input) {
      __typename
      ... on RegisterReaderSuccess {
        reader {
          id
          label
        }
      }
      ...ErrorFields
    }
  }
`);

export const RemoveReader = graphql(`
  mutation RemoveReader($input: RemoveReaderInput!) {
    removeReader(input: $input) {
      __typename
      ... on RemoveReaderSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
