import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { viewerQuery } from './session.ts';

/** Only addresses of this panel; anything else could lead a person elsewhere after signing in. */
export const safeNext = (next: string | undefined): string =>
  next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/';

/** Goes on into the panel after the session has changed. */
export const useEnter = (): ((next?: string) => Promise<void>) => {
  const queryClient = useQueryClient();
  const router = useRouter();
  return async (next) => {
    queryClient.clear();
    await queryClient.fetchQuery(viewerQuery);
    await router.navigate({ to: safeNext(next), replace: true });
  };
};
