import { graphql } from '#gql/gql';

graphql(`
  fragment AttachmentView on Attachment {
    id
    name
    purpose
    url
    mediaType
    size
    signedBy
    signedOn
    addedAt
    addedBy {
      kind
      name
    }
    vouchedBy {
      kind
      name
    }
    item {
      step
      key
    }
  }
`);

export const AddAttachment = graphql(`
  mutation AddAttachment($input: AddAttachmentInput!) {
    addAttachment(input: $input) {
      __typename
      ... on AddAttachmentSuccess {
        replayed
      }
      ...ErrorFields
    }
  }
`);
