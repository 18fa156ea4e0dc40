import { graphql } from '#gql/gql';

export const OverviewQuery = graphql(`
  query Overview {
    overview {
      overdueCount
      openTasks
      receivedToday {
        ...MoneyFields
      }
      receivedThisMonth {
        ...MoneyFields
      }
      expected {
        ...MoneyFields
      }
      overdue {
        ...MoneyFields
      }
      unassigned {
        ...MoneyFields
      }
      days {
        day
        received {
          ...MoneyFields
        }
        expected {
          ...MoneyFields
        }
      }
    }
  }
`);

export const NeedsYouQuery = graphql(`
  query NeedsYou {
    mine: tasks(list: MINE, first: 6) {
      edges {
        node {
          ...TaskRow
        }
      }
    }
    unassigned: tasks(list: UNASSIGNED, first: 6) {
      edges {
        node {
          ...TaskRow
        }
      }
    }
  }
`);

export const LatestEventsQuery = graphql(`
  query LatestEvents {
    latestEvents(first: 30) {
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
          case {
            id
            number
            customer {
              name
            }
          }
        }
      }
    }
  }
`);
