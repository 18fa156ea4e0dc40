import fc from 'fast-check';
import { runningCapture } from '../src/payments/authorization.ts';
import { isUnsettled } from '../src/payments/dispute-edges.ts';
import { plannedCharge } from '../src/payments/planned-charge.ts';
import { isRunning } from '../src/payments/refund-edges.ts';
import { actionsFor } from '../src/workflow/actions.ts';
import { type Actor, SYSTEM } from '../src/workflow/actor.ts';
import { amountCollectable } from '../src/workflow/balance.ts';
import type { Command, CommandName } from '../src/workflow/decide.ts';
import { isLive } from '../src/workflow/money-track.ts';
import type { PaymentCase } from '../src/workflow/payment-case.ts';
import type { CaseAction } from '../src/workflow/permissions.ts';
import { ADVISER, as, CLERK, CUSTOMER, LEAD, OWNER, PARTNER, STRANGER, TODAY } from './a-payment-case.ts';
import { choose, type Dice, INPUTS } from './random-inputs.ts';

/**
 * One thing that somebody tries, still without the case it will meet; the dice choose among what that case has. A wild
 * try is anything by anybody; the others are what somebody may do at that moment, so that walks get far.
 */
export interface Try {
  readonly wild: { readonly name: CommandName; readonly actor: Actor } | null;
  readonly dice: Dice;
  readonly likely: number;
}

/** A try that has met its case. */
export interface Asking {
  readonly actor: Actor;
  readonly command: Command;
}

const PEOPLE: readonly Actor[] = [OWNER, LEAD, CLERK, ADVISER].map(as);
const EVERYBODY: readonly Actor[] = [...PEOPLE, ...PEOPLE, PARTNER, CUSTOMER, STRANGER, SYSTEM];

const MACHINE: readonly CommandName[] = [
  'sendCharge',
  'abandonCharge',
  'applyAttempt',
  'sendRefund',
  'applyRefund',
  'applyDispute',
  'reportResponse',
  'sendCapture',
  'reportCapture',
  'warnOfExpiry',
  'advance',
];

/** The command that an action stands for; canceling ends a walk early and is left to wild tries. */
export const COMMAND: Readonly<Record<CaseAction, CommandName | null>> = {
  VERIFY_CUSTOMER_DATA: 'verifyCustomerData',
  REQUEST_CUSTOMER_DATA: 'requestCustomerData',
  SAVE_CUSTOMER_RECORD: 'saveCustomerRecord',
  CONFIRM_CUSTOMER_RECORD: 'confirmCustomerRecord',
  REQUEST_PAYMENT_METHOD_UPDATE: null,
  SKIP_PAYMENT_METHOD_UPDATE: 'skipPaymentMethodUpdate',
  REVIEW_PAYMENT_METHOD: 'reviewPaymentMethod',
  CREATE_PAYMENT_TASK: 'createPaymentTask',
  CHARGE_STORED_METHOD: 'chargeStoredMethod',
  STOP_PLANNED_CHARGE: 'stopPlannedCharge',
  CONFIRM_AMOUNT: 'confirmAmount',
  RELEASE_AUTHORIZATION: 'releaseAuthorization',
  REMIND_CUSTOMER: 'remindCustomer',
  WRITE_OFF_REST: 'confirmAmount',
  DECIDE_APPROVAL: 'decideApproval',
  RECORD_PAYMENT: 'recordPayment',
  REVERSE_ALLOCATION: 'reverseAllocation',
  UNASSIGN_PAYMENT: 'unassignPayment',
  UPDATE_PAYMENT_STATUS: null,
  NOTIFY_CUSTOMER: 'notifyCustomer',
  CLOSE_PAYMENT_TASK: 'closePaymentTask',
  REJECT_PAYMENT_TASK: 'rejectPaymentTask',
  CANCEL_PAYMENT_CASE: null,
  REGISTER_RECEIPT: 'registerReceipt',
  REQUEST_REFUND: 'requestRefund',
  RECORD_REFUND_TRANSFER: 'recordRefundTransfer',
  SUBMIT_DISPUTE_EVIDENCE: 'submitDisputeEvidence',
  ACCEPT_DISPUTE: 'acceptDispute',
  START_READER_PAYMENT: 'startPayment',
  CANCEL_READER_PAYMENT: 'cancelReaderPayment',
  ADD_ATTACHMENT: 'addAttachment',
};

interface Choice {
  readonly name: CommandName;
  readonly actor: Actor;
}

/** Money is likely where some is missing; at other times only wild tries bring it. */
const likelyChoices = (state: PaymentCase): readonly Choice[] => {
  const isMissing = amountCollectable(state).minor > 0n;
  const byPeople = state.organization.members.map(as).flatMap((actor) =>
    actionsFor(state, actor, TODAY).flatMap(({ action, refusal }): Choice[] => {
      const name = COMMAND[action];
      return name && !refusal && (isMissing || name !== 'registerReceipt') ? [{ name, actor }] : [];
    }),
  );
  const isUnderway = state.attempts.some((attempt) => isLive(attempt) || attempt.state === 'DECLINED');
  return [
    ...byPeople,
    ...(isMissing ? [{ name: 'startPayment', actor: CUSTOMER } as const] : []),
    ...(plannedCharge(state) ? [{ name: 'sendCharge', actor: SYSTEM } as const] : []),
    ...(isUnderway ? [{ name: 'applyAttempt', actor: SYSTEM } as const] : []),
    ...(runningCapture(state)
      ? ([
          { name: 'sendCapture', actor: SYSTEM },
          { name: 'reportCapture', actor: SYSTEM },
        ] as const)
      : []),
    ...(state.refunds.some(isRunning)
      ? ([
          { name: 'sendRefund', actor: SYSTEM },
          { name: 'applyRefund', actor: SYSTEM },
        ] as const)
      : []),
    ...(state.disputes.some(isUnsettled)
      ? ([
          { name: 'reportResponse', actor: SYSTEM },
          { name: 'applyDispute', actor: SYSTEM },
        ] as const)
      : []),
  ];
};

/** The same try, now as a command to the case it meets. */
export const askingOf = (state: PaymentCase, { wild, dice, likely }: Try): Asking => {
  const advance: Choice = { name: 'advance', actor: SYSTEM };
  const { name, actor } = wild ?? choose(likelyChoices(state), likely) ?? advance;
  return { actor, command: { name, input: INPUTS[name](state, dice) } as Command };
};

const die = fc.nat({ max: 1_000 });

const wildTry = fc
  .record({
    name: fc.constantFrom(...(Object.keys(INPUTS) as CommandName[])),
    actor: fc.constantFrom(...EVERYBODY),
  })
  .map((one) => (MACHINE.includes(one.name) ? { ...one, actor: SYSTEM } : one));

export const someTry: fc.Arbitrary<Try> = fc.record({
  wild: fc.option(wildTry, { freq: 2 }),
  dice: fc.tuple(die, die, die),
  likely: die,
});
