import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Role, ViewerQuery as ViewerData } from '#gql/graphql';
import { execute } from '../api/graphql-client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { ViewerQuery } from './session.graphql.ts';

export const viewerQuery = queryOptions({
  queryKey: queryKeys.viewer(),
  queryFn: ({ signal }) => execute(ViewerQuery, {}, signal),
});

export type SignedInViewer = NonNullable<ViewerData['viewer']>;

export interface Session {
  readonly viewer: SignedInViewer;
  readonly organization: NonNullable<SignedInViewer['organization']>;
  readonly role: Role;
  readonly memberId: string;
}

/** Who is signed in, and for which business; null when the panel has to ask first. */
export const sessionOf = ({ viewer }: ViewerData): Session | null => {
  if (!viewer?.organization || !viewer.memberId || !viewer.role) return null;
  return { viewer, organization: viewer.organization, role: viewer.role, memberId: viewer.memberId };
};

/** The session inside the frame, where the router has made sure that there is one. */
export const useSession = (): Session => {
  const { data } = useSuspenseQuery(viewerQuery);
  const session = sessionOf(data);
  if (!session) throw new Error('This screen is only reached by signed-in members.');
  return session;
};
