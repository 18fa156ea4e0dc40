import { graphql } from '#gql/gql';

graphql(`
  fragment LiveEvent on Event {
    id
    position
    cursor
    type
    at
    reason
    actor {
      kind
      name
    }
    case {
      id
      number
    }
  }
`);

export const EventAppended = graphql(`
  subscription EventAppended($after: String) {
    eventAppended(after: $after) {
      ...LiveEvent
    }
  }
`);

export const EventHead = graphql(`
  query EventHead {
    latestEvents(first: 1) {
      edges {
        node {
          position
          cursor
        }
      }
    }
  }
`);
