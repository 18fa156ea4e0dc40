import { queryOptions } from '@tanstack/react-query';
import type { Role } from '#gql/graphql';

export interface DemoPerson {
  readonly role: Role;
  readonly name: string;
}

/** Who can be signed in as with one click; nobody outside of the demo, where the route does not exist. */
export const demoPersonsQuery = queryOptions({
  queryKey: ['demo-persons'],
  queryFn: async ({ signal }): Promise<readonly DemoPerson[]> => {
    const response = await fetch('/api/demo/persons', { signal, headers: { accept: 'application/json' } });
    return response.ok ? ((await response.json()) as readonly DemoPerson[]) : [];
  },
});
