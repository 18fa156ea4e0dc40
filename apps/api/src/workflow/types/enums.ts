import { PAYMENT_STATUSES, PHASES } from '@zahlwerk/domain/workflow/money-track';
import { ATTEMPT_STATES } from '@zahlwerk/domain/workflow/payment-case';
import { CASE_ACTIONS } from '@zahlwerk/domain/workflow/permissions';
import { RESOLUTIONS } from '@zahlwerk/domain/workflow/resolutions';
import { builder } from '../../graphql/builder.ts';

export const StepStateEnum = builder.enumType('StepState', {
  description: 'PENDING is planned, OPEN is the one that runs, DONE and SKIPPED are over.',
  values: ['PENDING', 'OPEN', 'DONE', 'SKIPPED'] as const,
});

export const StepPolicyEnum = builder.enumType('StepPolicy', {
  description: 'MANUAL is done by a person; AUTO_IF_CLEAN runs by itself when nothing speaks against it.',
  values: ['MANUAL', 'AUTO_IF_CLEAN'] as const,
});

export const CaseStateEnum = builder.enumType('CaseState', {
  description: 'OPEN runs through its steps; CLOSED was signed off; CANCELED ended without money.',
  values: ['OPEN', 'CLOSED', 'CANCELED'] as const,
});

export const ChannelEnum = builder.enumType('Channel', {
  description: 'How the customer is asked to pay. Only ONLINE is available so far; the others are refused.',
  values: ['ONLINE', 'MOBILE_APP', 'IN_PERSON'] as const,
});

export const PaymentMethodTypeEnum = builder.enumType('PaymentMethodType', {
  description: 'How money comes. There is no cash.',
  values: ['CARD', 'SEPA_DEBIT', 'BANK_TRANSFER'] as const,
});

export const InvoicingEnum = builder.enumType('Invoicing', {
  description:
    'ISSUE: Zahlwerk writes the invoice. EXTERNAL: it is written elsewhere. STATEMENT: no invoice is due, a billing statement is sent.',
  values: ['ISSUE', 'EXTERNAL', 'STATEMENT'] as const,
});

export const CoverageEnum = builder.enumType('Coverage', {
  description: 'How far the claim is covered by money that has come and by adjustments. Always derived.',
  values: ['NONE', 'PARTIAL', 'FULL', 'OVER'] as const,
});

export const PaymentStatusEnum = builder.enumType('PaymentStatus', {
  description: 'What has really happened to the money. Derived from evidence, never set by anybody.',
  values: PAYMENT_STATUSES,
});

export const PhaseEnum = builder.enumType('Phase', {
  description:
    'The four phases of money: started, matched with the customer, approved by the institution, arrived.',
  values: PHASES,
});

export const PhaseStateEnum = builder.enumType('PhaseState', {
  description: 'Whether a phase has its evidence.',
  values: ['PENDING', 'DONE', 'FAILED'] as const,
});

export const CaptureModeEnum = builder.enumType('CaptureMode', {
  description: 'When the money of a card is collected.',
  values: ['AUTOMATIC', 'MANUAL'] as const,
});

export const AttemptStateEnum = builder.enumType('AttemptState', {
  description: 'State of one try to collect. UNKNOWN is healed by asking the provider again.',
  values: ATTEMPT_STATES,
});

export const CaseActionEnum = builder.enumType('CaseAction', {
  description:
    'What can be asked of a case; each is a mutation, WRITE_OFF_REST is a resolution of confirmAmount.',
  values: CASE_ACTIONS,
});

export const ResolutionEnum = builder.enumType('AmountResolution', {
  description: 'How a payment is matched with the claim.',
  values: RESOLUTIONS,
});

export const WaitingForEnum = builder.enumType('WaitingFor', {
  description: 'Whose move an open step awaits.',
  values: ['MONEY', 'PROVIDER', 'CUSTOMER', 'APPROVAL', 'PERSON'] as const,
});

export const CheckStateEnum = builder.enumType('CheckState', {
  description: 'How a check ended. NOT_CHECKABLE means nobody could tell; it is not FAILED.',
  values: ['PASSED', 'FAILED', 'NOT_APPLICABLE', 'NOT_CHECKABLE'] as const,
});

export const MoneyPlaceEnum = builder.enumType('MoneyPlace', {
  description: 'Where the money of a case is.',
  values: [
    'WITH_CUSTOMER',
    'RESERVED',
    'IN_TRANSIT',
    'AT_PROVIDER',
    'AT_BANK',
    'IN_DISPUTE',
    'RETURNED',
    'NOWHERE',
  ] as const,
});

export const TurnEnum = builder.enumType('Turn', {
  description: 'Whose turn it is.',
  values: ['CUSTOMER', 'PROVIDER', 'DESK', 'TEAM_LEAD', 'NOBODY'] as const,
});
