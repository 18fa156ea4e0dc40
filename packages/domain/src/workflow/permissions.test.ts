import { describe, expect, it } from 'vitest';
import {
  ADVISER,
  aPaymentCase,
  as,
  CLERK,
  CUSTOMER,
  LEAD,
  OWNER,
  PARTNER,
  STRANGER,
} from '../../test/a-payment-case.ts';
import { SYSTEM } from './actor.ts';
import { CASE_ACTIONS, type CaseAction, refuseByRole, WHO_MAY } from './permissions.ts';

const ACTORS = {
  owner: as(OWNER),
  lead: as(LEAD),
  clerk: as(CLERK),
  adviser: as(ADVISER),
  key: PARTNER,
  customer: CUSTOMER,
  stranger: STRANGER,
  machine: SYSTEM,
} as const;

const DESK = ['owner', 'lead', 'clerk'];

/** The table "Who may what" of the model, line by line. */
const MAY: Readonly<Record<CaseAction, readonly string[]>> = {
  VERIFY_CUSTOMER_DATA: [...DESK, 'key', 'customer', 'machine'],
  REQUEST_CUSTOMER_DATA: [...DESK, 'key', 'machine'],
  SAVE_CUSTOMER_RECORD: [...DESK, 'key', 'machine'],
  CONFIRM_CUSTOMER_RECORD: DESK,
  REQUEST_PAYMENT_METHOD_UPDATE: [...DESK, 'key', 'machine'],
  SKIP_PAYMENT_METHOD_UPDATE: DESK,
  REVIEW_PAYMENT_METHOD: DESK,
  CREATE_PAYMENT_TASK: [...DESK, 'machine'],
  CHARGE_STORED_METHOD: DESK,
  STOP_PLANNED_CHARGE: DESK,
  CONFIRM_AMOUNT: [...DESK, 'machine'],
  RELEASE_AUTHORIZATION: DESK,
  REMIND_CUSTOMER: DESK,
  WRITE_OFF_REST: DESK,
  DECIDE_APPROVAL: ['owner', 'lead'],
  RECORD_PAYMENT: [...DESK, 'machine'],
  REVERSE_ALLOCATION: DESK,
  UNASSIGN_PAYMENT: DESK,
  UPDATE_PAYMENT_STATUS: [...DESK, 'key', 'machine'],
  NOTIFY_CUSTOMER: [...DESK, 'machine'],
  CLOSE_PAYMENT_TASK: ['owner', 'lead'],
  REJECT_PAYMENT_TASK: ['owner', 'lead'],
  CANCEL_PAYMENT_CASE: [...DESK, 'key'],
  REGISTER_RECEIPT: DESK,
  REQUEST_REFUND: DESK,
  RECORD_REFUND_TRANSFER: DESK,
  SUBMIT_DISPUTE_EVIDENCE: DESK,
  ACCEPT_DISPUTE: ['owner', 'lead'],
  START_READER_PAYMENT: [...DESK, 'key'],
  CANCEL_READER_PAYMENT: [...DESK, 'key'],
  ADD_ATTACHMENT: [...DESK, 'key'],
};

describe('who may what', () => {
  it.each(CASE_ACTIONS)('%s', (action) => {
    const allowed = Object.entries(ACTORS).filter(
      ([, actor]) => refuseByRole(aPaymentCase(), actor, action) === null,
    );
    expect(allowed.map(([name]) => name)).toEqual(MAY[action]);
  });

  it('names the members whose role covers it', () => {
    expect(refuseByRole(aPaymentCase(), as(CLERK), 'CLOSE_PAYMENT_TASK')).toEqual({
      code: 'ROLE_NOT_ALLOWED',
      unblockedBy: `${OWNER.name}, ${LEAD.name}`,
    });
  });

  it('lets keys never close, reject, approve, write off or confirm', () => {
    for (const action of [
      'CLOSE_PAYMENT_TASK',
      'REJECT_PAYMENT_TASK',
      'DECIDE_APPROVAL',
      'WRITE_OFF_REST',
      'CONFIRM_CUSTOMER_RECORD',
      'CONFIRM_AMOUNT',
    ] as const)
      expect(WHO_MAY[action].partner).toBe(false);
  });
});
