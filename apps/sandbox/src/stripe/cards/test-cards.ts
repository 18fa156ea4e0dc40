import type { DisputePlan } from '../disputes/kinds.ts';
import { DECLINES, type Decline } from './decline.ts';

type Check = 'pass' | 'fail' | 'unavailable';

/** When a card asks for 3-D Secure. */
export type Authentication =
  /** Never, even when asked for. */
  | 'not_supported'
  /** Only when the merchant asks for it. */
  | 'optional'
  /** On session always; off session unless it was set up with authentication. */
  | 'unless_set_up'
  /** On session; off session it counts as set up. */
  | 'already_set_up'
  /** Every time. */
  | 'required';

/** A documented test card and what it does. */
export interface TestCard {
  readonly number: string;
  /** The `pm_card_…` tokens that stand for it; the first is its `tok_…` as well. */
  readonly tokens: readonly string[];
  readonly brand: 'visa' | 'mastercard' | 'amex' | 'discover' | 'diners' | 'jcb' | 'unionpay';
  readonly funding: 'credit' | 'debit' | 'prepaid';
  readonly country: string;
  readonly authentication: Authentication;
  /** What the bank answers to a charge. */
  readonly decline?: Decline;
  /** Declined only when the card hangs on a customer. */
  readonly declineWhenSaved?: Decline;
  /** The challenge itself breaks down. */
  readonly authenticationFails?: true;
  readonly checks?: { readonly line1?: Check; readonly postalCode?: Check; readonly cvc?: Check };
  readonly risk?: 'elevated';
  /** The money is available at once. */
  readonly bypassesPending?: true;
  readonly refund?: 'pending' | 'fails';
  /** What the bank disputes once the charge has succeeded. */
  readonly disputes?: readonly DisputePlan[];
  readonly earlyFraudWarning?: true;
  /** Asked for at a reader. */
  readonly pin?: 'offline_pin' | 'online_pin';
}

type Extra = Partial<Omit<TestCard, 'number' | 'tokens'>>;

const card = (number: string, tokens: string, extra: Extra = {}): TestCard => ({
  number,
  tokens: tokens.split(' ').filter(Boolean),
  brand: 'visa',
  funding: 'credit',
  country: 'US',
  authentication: 'optional',
  ...extra,
});

export const TEST_CARDS: readonly TestCard[] = [
  // Brands
  card('4242424242424242', 'pm_card_visa pm_card_us', { authentication: 'not_supported' }),
  card('4000056655665556', 'pm_card_visa_debit', { funding: 'debit' }),
  card('5555555555554444', 'pm_card_mastercard', { brand: 'mastercard' }),
  card('2223003122003222', '', { brand: 'mastercard' }),
  card('5200828282828210', 'pm_card_mastercard_debit', { brand: 'mastercard', funding: 'debit' }),
  card('5105105105105100', 'pm_card_mastercard_prepaid', { brand: 'mastercard', funding: 'prepaid' }),
  card('378282246310005', 'pm_card_amex pm_card_amex_threeDSecureNotSupported', {
    brand: 'amex',
    authentication: 'not_supported',
  }),
  card('371449635398431', '', { brand: 'amex', authentication: 'not_supported' }),
  card('6011111111111117', 'pm_card_discover', { brand: 'discover' }),
  card('3056930009020004', 'pm_card_diners', { brand: 'diners' }),
  card('36227206271667', '', { brand: 'diners' }),
  card('3566002020360505', 'pm_card_jcb', { brand: 'jcb', country: 'JP' }),
  card('6200000000000005', 'pm_card_unionpay', { brand: 'unionpay', country: 'CN' }),

  // Countries
  card('4000002760000016', 'pm_card_de', { country: 'DE' }),
  card('4000000400000008', 'pm_card_at', { country: 'AT' }),
  card('4000000560000004', 'pm_card_be', { country: 'BE' }),
  card('4000002500000003', 'pm_card_fr', { country: 'FR' }),
  card('4000003800000008', 'pm_card_it', { country: 'IT' }),
  card('4000005280000002', 'pm_card_nl', { country: 'NL' }),
  card('4000006160000005', 'pm_card_pl', { country: 'PL' }),
  card('4000007240000007', 'pm_card_es', { country: 'ES' }),
  card('4000007560000009', 'pm_card_ch', { country: 'CH' }),
  card('4000008260000000', 'pm_card_gb', { country: 'GB' }),

  // Declines
  card('4000000000000002', 'pm_card_visa_chargeDeclined pm_card_chargeDeclined', {
    decline: DECLINES.generic,
  }),
  card(
    '4000000000009995',
    'pm_card_visa_chargeDeclinedInsufficientFunds pm_card_chargeDeclinedInsufficientFunds',
    { decline: DECLINES.insufficientFunds },
  ),
  card('4000000000009987', 'pm_card_visa_chargeDeclinedLostCard', { decline: DECLINES.lostCard }),
  card('4000000000009979', 'pm_card_visa_chargeDeclinedStolenCard', { decline: DECLINES.stolenCard }),
  card('4000000000000069', 'pm_card_chargeDeclinedExpiredCard', { decline: DECLINES.expiredCard }),
  card('4000000000000127', 'pm_card_chargeDeclinedIncorrectCvc', {
    decline: DECLINES.incorrectCvc,
    checks: { cvc: 'fail' },
  }),
  card('4000000000000119', 'pm_card_chargeDeclinedProcessingError', { decline: DECLINES.processingError }),
  card('4000000000006975', 'pm_card_visa_chargeDeclinedVelocityLimitExceeded', {
    decline: DECLINES.velocityExceeded,
  }),
  card('4000000000000341', 'pm_card_chargeCustomerFail', { declineWhenSaved: DECLINES.generic }),

  // Fraud prevention
  card('4100000000000019', 'pm_card_radarBlock pm_card_chargeDeclinedFraudulent', {
    decline: DECLINES.fraudulent,
  }),
  card('4000000000004954', 'pm_card_riskLevelHighest', { decline: DECLINES.fraudulent }),
  card('4000000000009235', 'pm_card_riskLevelElevated', { risk: 'elevated' }),
  card('4000000000000101', 'pm_card_cvcCheckFail', { checks: { cvc: 'fail' } }),
  card('4000000000000036', 'pm_card_avsZipFail', { checks: { postalCode: 'fail' } }),
  card('4000000000000028', 'pm_card_avsLine1Fail', { checks: { line1: 'fail' } }),
  card('4000000000000010', 'pm_card_avsFail', { checks: { line1: 'fail', postalCode: 'fail' } }),
  card('4000000000000044', 'pm_card_avsUnchecked', {
    checks: { line1: 'unavailable', postalCode: 'unavailable' },
  }),

  // 3-D Secure
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
  card('4000000000003220', 'pm_card_threeDSecure2Required', { authentication: 'required' }),
  card('4000000000003063', 'pm_card_threeDSecureRequired', { authentication: 'required' }),
  card('4000008400001629', 'pm_card_threeDSecureRequiredChargeDeclined', {
    authentication: 'required',
    decline: DECLINES.generic,
  }),
  card('4000008400001280', 'pm_card_threeDSecureRequiredProcessingError', {
    authentication: 'required',
    authenticationFails: true,
  }),
  card('4000000000003055', 'pm_card_threeDSecureOptional'),
  card('4000000000003097', 'pm_card_threeDSecureOptionalProcessingError', { authenticationFails: true }),

  // Disputes
  card('4000000000000259', 'pm_card_createDispute', { disputes: [{ reason: 'fraudulent' }] }),
  card('4000000000002685', 'pm_card_createDisputeProductNotReceived', {
    disputes: [{ reason: 'product_not_received' }],
  }),
  card('4000000000001976', 'pm_card_createDisputeInquiry', {
    disputes: [{ reason: 'fraudulent', inquiry: true }],
  }),
  card('4000000000005423', 'pm_card_createIssuerFraudRecord', { earlyFraudWarning: true }),
  card('4000000404000079', 'pm_card_createMultipleDisputes', {
    disputes: [{ reason: 'product_not_received', amount: 100 }, { reason: 'product_not_received' }],
  }),
  card('4000000404000038', 'pm_card_createCe3EligibleDispute', {
    disputes: [{ reason: 'fraudulent', eligibility: 'visa_compelling_evidence_3' }],
  }),
  card('4000008400000779', 'pm_card_createComplianceDispute', {
    disputes: [{ reason: 'noncompliant', eligibility: 'visa_compliance' }],
  }),
  card('5105008400000002', 'pm_card_createMastercardComplianceDispute', {
    brand: 'mastercard',
    disputes: [{ reason: 'noncompliant', eligibility: 'mastercard_compliance' }],
  }),

  // At a reader
  card('4001007020000002', '', { country: 'SG', pin: 'offline_pin' }),
  card('4000008260000075', '', { country: 'GB', pin: 'offline_pin' }),
  card('4001000360000005', '', { country: 'AU', pin: 'online_pin' }),
  card('4000002760000008', '', { country: 'DE', pin: 'online_pin' }),

  // Balance and refunds
  card('4000000000000077', 'pm_card_bypassPending', { bypassesPending: true }),
  card('4000003720000278', 'pm_card_bypassPendingInternational', { country: 'IE', bypassesPending: true }),
  card('4000000000007726', 'pm_card_pendingRefund', { refund: 'pending' }),
  card('4000000000005126', 'pm_card_refundFail', { refund: 'fails' }),
];

export const cardByNumber = (number: string): TestCard | undefined =>
  TEST_CARDS.find((candidate) => candidate.number === number);

/** Finds a card by `pm_card_…` or by the `tok_…` of the same name. */
export const cardByToken = (token: string): TestCard | undefined => {
  const name = token.startsWith('tok_') ? `pm_card_${token.slice('tok_'.length)}` : token;
  return TEST_CARDS.find((candidate) => candidate.tokens.includes(name));
};

/** The check digit that every real card number ends in. */
export const passesLuhn = (number: string): boolean => {
  if (!/^\d{12,19}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
};

export type AuthenticationStep = 'none' | 'challenge' | 'refused';

/** What a charge with this card needs: nothing, a challenge, or (nobody being there) a refusal. */
export const authenticationStep = (
  { authentication }: TestCard,
  { offSession, setUp, requested }: { offSession: boolean; setUp: boolean; requested: boolean },
): AuthenticationStep => {
  const needed = {
    not_supported: false,
    optional: requested,
    unless_set_up: !(offSession && setUp),
    already_set_up: !offSession,
    required: true,
  }[authentication];
  if (!needed) return 'none';
  return offSession ? 'refused' : 'challenge';
};
