import type { Database } from '@zahlwerk/db/client';
import { findInvitation } from './find-invitation.ts';

export interface SignUpRule {
  readonly db: Database;
  readonly systemDb: Database;
  readonly allowSignUp: boolean;
  readonly hashOf: (token: string) => Uint8Array<ArrayBuffer>;
}

/** Header in which the panel sends the token of an invitation along with a sign-up. */
export const INVITATION_HEADER = 'x-invitation';

/** Anybody where sign-up is open; otherwise the first person of all, and those who were invited under this address. */
export const maySignUp = async (
  rule: SignUpRule,
  email: string,
  invitation: string | null,
): Promise<boolean> => {
  if (rule.allowSignUp) return true;
  if (invitation) {
    const found = await findInvitation(rule, invitation);
    if (found && found.email.toLowerCase() === email.toLowerCase()) return true;
  }
  return (await rule.systemDb.prisma.user.findFirst({ select: { id: true } })) === null;
};
