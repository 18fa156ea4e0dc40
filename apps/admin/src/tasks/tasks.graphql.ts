import { graphql } from '#gql/gql';

graphql(`
  fragment TaskRow on Task {
    id
    kind
    reason
    detail
    state
    priority
    dueOn
    createdAt
    doneAt
    note
    allowedActions
    blockedActions {
      action
      reason
    }
    assignee {
      id
      name
    }
    case {
      id
      number
      currentStep
      customer {
        name
      }
      amountOpen {
        minor
        currency
      }
    }
  }
`);

export const TasksQuery = graphql(`
  query Tasks($list: TaskList!, $states: [TaskState!]!, $first: Int!, $after: String) {
    tasks(list: $list, states: $states, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...TaskRow
        }
      }
    }
  }
`);

export const ClaimTask = graphql(`
  mutation ClaimTask($input: ClaimTaskInput!) {
    claimTask(input: $input) {
      __typename
      ... on ClaimTaskSuccess {
        task {
          id
        }
      }
      ...ErrorFields
    }
  }
`);

export const AssignTask = graphql(`
  mutation AssignTask($input: AssignTaskInput!) {
    assignTask(input: $input) {
      __typename
      ... on AssignTaskSuccess {
        task {
          id
        }
      }
      ...ErrorFields
    }
  }
`);

export const FinishTask = graphql(`
  mutation FinishTask($input: FinishTaskInput!) {
    finishTask(input: $input) {
      __typename
      ... on FinishTaskSuccess {
        task {
          id
        }
      }
      ...ErrorFields
    }
  }
`);
