import { DECLINES } from './decline.ts';
import { card, type TestCard } from './test-card.ts';

/** Cards for 3-D Secure. */
export const CARDS_THAT_ASK: readonly TestCard[] = [
  card('4000002500003155', 'pm_card_authenticationRequiredOnSetup', {
    country: 'FR',
    authentication: 'unless_set_up',
  }),
  card('4000002760003184', 'pm_card_authenticationRequired', { country: 'DE', authentication: 'required' }),
  card('4000003800000446', 'pm_card_authenticationRequiredSetupForOffSession', {
    country: 'IT',
    authentication: 'already_set_up',
  }),
  card('4000008260003178', 'pm_card_authenticationRequiredChargeDeclinedInsufficientFunds', {
    country: 'GB',
    authentication: 'unless_set_up',
    decline: DECLINES.insufficientFunds,
  }),
  card('4000000000003220', 'pm_card_threeDSecure2Required', { country: 'IE', authentication: 'required' }),
  card('4000000000003063', 'pm_card_threeDSecureRequired', { authentication: 'required' }),
  card('4000008400000027', '', { authentication: 'required' }),
  card('4000008400001629', 'pm_card_threeDSecureRequiredChargeDeclined', {
    authentication: 'required',
    decline: DECLINES.generic,
  }),
  card('4000008400001280', 'pm_card_threeDSecureRequiredProcessingError', {
    authentication: 'required',
    authenticationFails: true,
  }),
  card('4000000000003055', 'pm_card_threeDSecureOptional', { authentication: 'optional' }),
  card('4000000000003097', 'pm_card_threeDSecureOptionalProcessingError', {
    authentication: 'optional',
    authenticationFails: true,
  }),
  card('4000000032200000', '', { authentication: 'frictionless' }),
];
