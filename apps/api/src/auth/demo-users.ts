import type { Role } from '@zahlwerk/domain/workflow/actor';
import type { Auth } from './auth.ts';
import { DEMO_PERSONS } from './demo-persons.ts';

/** Makes the demo's persons as users where they do not exist yet; returns their user ids. They get no password. */
export const ensureDemoUsers = async (auth: Auth): Promise<Readonly<Record<Role, string>>> => {
  const { internalAdapter } = await auth.$context;
  const ids = {} as Record<Role, string>;
  for (const { role, name, email } of DEMO_PERSONS) {
    const known = await internalAdapter.findUserByEmail(email);
    ids[role] =
      known?.user.id ??
      (await internalAdapter.createUser({ name, email, emailVerified: true }, { method: 'email' })).id;
  }
  return ids;
};
