import { describe, expect, it } from 'vitest';
import {
  anApproval,
  anOrganization,
  aPayment,
  aPaymentCase,
  aReceipt,
  as,
  CLERK,
  eur,
  LEAD,
  OWNER,
  PARTNER,
  runsAt,
  TODAY,
} from '../../test/a-payment-case.ts';
import { actionsFor } from './actions.ts';
import type { Actor, Member } from './actor.ts';
import type { PaymentCase } from './payment-case.ts';

const at = 'CONFIRM_AMOUNT' as const;

const paidFor = (members: readonly Member[], deviation: Partial<PaymentCase> = {}, singleControl = false) =>
  aPaymentCase({
    at,
    payments: [aPayment({ amount: eur(11_800) })],
    organization: anOrganization({ members, singleControl }),
    ...deviation,
  });

/** The actions that come with a warning, and the warning. */
const warnings = (state: PaymentCase, actor: Actor) =>
  Object.fromEntries(
    actionsFor(state, actor, TODAY).flatMap(({ action, warning }) => (warning ? [[action, warning]] : [])),
  );

describe('a warning before the last who may close handles the money', () => {
  const ONLY = 'ONLY_LEAD_COULD_NOT_CLOSE';
  const LAST = 'LAST_LEAD_COULD_NOT_CLOSE';

  it('comes to the only lead of a business, with every action that would count', () => {
    expect(warnings(paidFor([OWNER, CLERK]), as(OWNER))).toEqual({
      CONFIRM_AMOUNT: ONLY,
      WRITE_OFF_REST: ONLY,
      REGISTER_RECEIPT: ONLY,
      REQUEST_REFUND: ONLY,
      UNASSIGN_PAYMENT: ONLY,
    });
    const state = paidFor([OWNER, CLERK], { runs: runsAt('CREATE_PAYMENT_TASK') });
    expect(warnings(state, as(OWNER))).toEqual({
      CREATE_PAYMENT_TASK: ONLY,
      REGISTER_RECEIPT: ONLY,
      REQUEST_REFUND: ONLY,
      UNASSIGN_PAYMENT: ONLY,
    });
  });

  it('comes to the last lead once all others have handled it', () => {
    const state = paidFor([OWNER, LEAD, CLERK], { payments: [aReceipt(LEAD)] });
    expect(warnings(state, as(OWNER))).toEqual({
      CONFIRM_AMOUNT: LAST,
      REGISTER_RECEIPT: LAST,
      REQUEST_REFUND: LAST,
    });
    expect(warnings(state, as(LEAD))).toEqual({});
  });

  it('comes to the second person whose consent would count', () => {
    const state = paidFor([OWNER, CLERK], { approvals: [anApproval()] });
    expect(warnings(state, as(OWNER))).toMatchObject({ DECIDE_APPROVAL: ONLY });
  });

  it('does not come to a clerk, a key, one of several leads, under single control, or after the end', () => {
    expect(warnings(paidFor([OWNER, CLERK]), as(CLERK))).toEqual({});
    expect(warnings(paidFor([OWNER, CLERK]), PARTNER)).toEqual({});
    expect(warnings(paidFor([OWNER, LEAD]), as(OWNER))).toEqual({});
    expect(warnings(paidFor([OWNER, CLERK], {}, true), as(OWNER))).toEqual({});
    expect(warnings(paidFor([OWNER, CLERK], { state: 'CLOSED', runs: [] }), as(OWNER))).toEqual({});
  });
});
