import { DECLINES, type Decline } from './decline.ts';
import { card, type TestCard } from './test-card.ts';

/** Declined by the bank, which also refuses to let it be kept for a customer. */
const declined = (number: string, tokens: string, decline: Decline): TestCard =>
  card(number, tokens, { decline, cannotBeSaved: true });

const DECLINED: readonly TestCard[] = [
  declined('4000000000000002', 'pm_card_visa_chargeDeclined pm_card_chargeDeclined', DECLINES.generic),
  declined(
    '4000000000009995',
    'pm_card_visa_chargeDeclinedInsufficientFunds pm_card_chargeDeclinedInsufficientFunds tok_visa_debit_chargeDeclinedInsufficientFunds',
    DECLINES.insufficientFunds,
  ),
  declined('4000000000009987', 'pm_card_visa_chargeDeclinedLostCard', DECLINES.lostCard),
  declined('4000000000009979', 'pm_card_visa_chargeDeclinedStolenCard', DECLINES.stolenCard),
  declined(
    '4000000000000069',
    'pm_card_chargeDeclinedExpiredCard tok_visa_chargeDeclinedExpiredCard',
    DECLINES.expiredCard,
  ),
  card('4000000000000127', 'pm_card_chargeDeclinedIncorrectCvc tok_visa_chargeDeclinedIncorrectCvc', {
    decline: DECLINES.incorrectCvc,
    cannotBeSaved: true,
    checks: { cvc: 'fail' },
  }),
  declined(
    '4000000000000119',
    'pm_card_chargeDeclinedProcessingError tok_visa_chargeDeclinedProcessingError',
    DECLINES.processingError,
  ),
  declined('4000000000006975', 'pm_card_visa_chargeDeclinedVelocityLimitExceeded', DECLINES.velocityExceeded),
  card('4000000000000341', 'pm_card_chargeCustomerFail tok_visa_chargeCustomerFail', {
    declineWhenSaved: DECLINES.generic,
  }),
];

const FRAUD: readonly TestCard[] = [
  card('4100000000000019', 'pm_card_radarBlock pm_card_chargeDeclinedFraudulent', {
    decline: DECLINES.fraudulent,
  }),
  card('4000000000004954', 'pm_card_riskLevelHighest', { decline: DECLINES.fraudulent }),
  card('4000000000009235', 'pm_card_riskLevelElevated', { risk: 'elevated' }),
  card('4000000000000101', 'pm_card_cvcCheckFail', { checks: { cvc: 'fail' } }),
  card('4000000000000036', 'pm_card_avsZipFail', { checks: { postalCode: 'fail' } }),
  card('4000058400307872', 'pm_card_cvcCheckFailElevatedRisk', {
    funding: 'debit',
    checks: { cvc: 'fail' },
    risk: 'elevated',
  }),
  card('4000058400306072', 'pm_card_avsZipFailElevatedRisk', {
    funding: 'debit',
    checks: { postalCode: 'fail' },
    risk: 'elevated',
  }),
  card('4000000000000028', 'pm_card_avsLine1Fail', { checks: { line1: 'fail' } }),
  card('4000000000000010', 'pm_card_avsFail', { checks: { line1: 'fail', postalCode: 'fail' } }),
  card('4000000000000044', 'pm_card_avsUnchecked', {
    checks: { line1: 'unavailable', postalCode: 'unavailable' },
  }),
];

const DISPUTED: readonly TestCard[] = [
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
];

/** Cards that are refused, checked in vain, or paid only to be disputed or to fail a refund. */
export const CARDS_THAT_FAIL: readonly TestCard[] = [
  ...DECLINED,
  ...FRAUD,
  ...DISPUTED,
  card('4000000000007726', 'pm_card_pendingRefund', { refund: 'pending' }),
  card('4000000000005126', 'pm_card_refundFail', { refund: 'fails' }),
];
