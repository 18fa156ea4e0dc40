import type { TestCard } from './test-card.ts';

/** What 3-D Secure comes to before a charge: nothing, a challenge, a refusal, or an answer without the customer. */
export type AuthenticationStep = 'none' | 'challenge' | 'refused' | 'attempted' | 'frictionless';

/** How a charge was authenticated in the end; null when it was not. */
export type Authenticated = 'challenge' | 'attempted' | 'frictionless' | null;

/** What a charge with this card needs. Nobody being there, a challenge is a refusal. */
export const authenticationStep = (
  { authentication }: TestCard,
  { offSession, setUp, requested }: { offSession: boolean; setUp: boolean; requested: boolean },
): AuthenticationStep => {
  switch (authentication) {
    case 'not_supported':
      return 'none';
    case 'not_enrolled':
      return requested && !offSession ? 'attempted' : 'none';
    case 'frictionless':
      return offSession ? 'none' : 'frictionless';
    case 'optional':
      return requested ? (offSession ? 'refused' : 'challenge') : 'none';
    case 'unless_set_up':
      return offSession ? (setUp ? 'none' : 'refused') : 'challenge';
    case 'already_set_up':
      return offSession ? 'none' : 'challenge';
    case 'required':
      return offSession ? 'refused' : 'challenge';
  }
};
