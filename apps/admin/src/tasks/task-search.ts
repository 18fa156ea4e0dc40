import type { TaskList } from '#gql/graphql';

export interface TaskSearch {
  readonly list?: TaskList;
  readonly done?: true;
}

export const TASK_LISTS = ['TEAM', 'MINE', 'UNASSIGNED'] as const satisfies readonly TaskList[];

/** Reads the address of the task list; what it does not understand is left out. */
export const parseTaskSearch = (raw: Record<string, unknown>): TaskSearch => {
  const list = TASK_LISTS.find((one) => one === raw.list);
  return { ...(list && { list }), ...(raw.done === true && { done: true }) };
};
