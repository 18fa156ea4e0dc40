import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { call } from '../../test/case-call.ts';
import {
  balanceOnCase,
  paidByCard as payByCard,
  REFUND_FAILING,
  REFUND_PENDING,
  refundsOfCharge,
  requestRefund,
  type Wish,
} from '../../test/refunding.ts';
import { readViolations } from '../../test/rows.ts';
import { encodeId } from '../graphql/ids.ts';

let stage: ConnectedDesk;
beforeAll(async () => {
  stage = await aConnectedDesk();
});
afterAll(() => stage.stop());
afterEach(async () => {
  await stage.sandbox.release();
  expect(await readViolations(stage.database)).toEqual([]);
});

const paidByCard = (number?: string) => payByCard(stage, number);
const request = (wish: Wish, role?: 'CLERK' | 'TEAM_LEAD') => requestRefund(stage, wish, role);
const balanceOf = (caseId: string, account: string) => balanceOnCase(stage, caseId, account);
const atProvider = (charge: string) => refundsOfCharge(stage, charge);

const close = (caseId: string) => stage.desk.run(caseId, stage.business.lead, 'closePaymentTask', {});

const subjectsTo = async (email: string) =>
  (await stage.sandbox.mailsTo(email)).map(({ subject }) => subject);

describe('a refund that lowers the claim', { timeout: 60_000 }, () => {
  it('goes back the way it came, corrects the invoice and tells the customer; a closed case stays closed', async () => {
    const { caseId, email, paymentId, charge } = await paidByCard();
    await close(caseId);
    expect(await request({ caseId, paymentId })).toMatchObject({
      __typename: 'RequestRefundSuccess',
      case: { refunds: [{ state: 'APPROVED', effect: 'REDUCE', amount: { amount: '19.00' } }] },
    });
    await stage.settle();
    const after = await stage.desk.read(caseId);
    expect(after).toMatchObject({ state: 'CLOSED', publishedStatus: 'PARTIALLY_REFUNDED' });
    expect(after.refunds).toMatchObject([{ state: 'SUCCEEDED', amount: { minor: 1900n } }]);
    expect(after.invoices.map(({ kind }) => kind)).toEqual(['INVOICE', 'CORRECTION']);
    expect(await balanceOf(caseId, 'REVENUE_19')).toBe(-(100_00 - 15_97));
    expect(await balanceOf(caseId, 'VAT_19')).toBe(-(19_00 - 3_03));
    expect(await balanceOf(caseId, 'RECEIVABLE')).toBe(0);
    expect(await balanceOf(caseId, 'CUSTOMER_CREDIT')).toBe(0);
    expect(await atProvider(charge)).toMatchObject([{ amount: 1900 }]);
    const mail = (await stage.sandbox.mailsTo(email)).at(-1);
    expect(mail?.subject).toMatch(/Erstattung über 19,00 €/);
    expect(mail?.attachments.map(({ contentType }) => contentType)).toContain('application/pdf');
  });

  it('is asked for by two at once: exactly one refund comes of what only suffices for one', async () => {
    const { caseId, paymentId, charge } = await paidByCard();
    const both = await Promise.all([1, 2].map(() => request({ caseId, paymentId, amount: '70.00' })));
    expect(both.map(({ __typename }) => __typename).toSorted()).toEqual([
      'CaseRefused',
      'RequestRefundSuccess',
    ]);
    await stage.settle();
    expect(await atProvider(charge)).toHaveLength(1);
  });
});

describe('a refund after which the claim stays open', { timeout: 60_000 }, () => {
  it('reopens a closed case at step 6 and waits for money', async () => {
    const { caseId, email, paymentId } = await paidByCard();
    await close(caseId);
    await request({ caseId, paymentId, effect: 'CLAIM_STAYS_OPEN' });
    await stage.settle();
    const after = await stage.desk.read(caseId);
    expect(after.state).toBe('OPEN');
    const open = after.runs.find(({ state }) => state === 'OPEN');
    expect(open).toMatchObject({ step: 'CONFIRM_AMOUNT', run: 2, origin: 'RETURN' });
    expect(await balanceOf(caseId, 'RECEIVABLE')).toBe(19_00);
    expect((await subjectsTo(email)).at(-1)).toMatch(/Erstattung/);
  });
});

describe('a refund above the limit', { timeout: 60_000 }, () => {
  it('is also the one that brings small ones above it', async () => {
    const { caseId, paymentId, charge } = await paidByCard();
    await request({ caseId, paymentId, amount: '60.00' });
    const second = await request({ caseId, paymentId, amount: '40.01' });
    expect(second.case.refunds).toMatchObject([{ state: 'APPROVED' }, { state: 'REQUESTED' }]);
    expect(second.case.refundOffers).toMatchObject([
      { most: { amount: '18.99' }, aloneUpTo: { amount: '40.00' } },
      { most: { amount: '18.99' }, aloneUpTo: { amount: '40.00' } },
    ]);
    await stage.settle();
    expect(await atProvider(charge)).toMatchObject([{ amount: 60_00 }]);
  });

  it('waits for a second person, who is not the one who asked', async () => {
    const { caseId, paymentId, charge } = await paidByCard();
    const asked = await request({ caseId, paymentId, amount: '100.01' }, 'TEAM_LEAD');
    expect(asked.case.refunds).toMatchObject([{ state: 'REQUESTED' }]);
    await stage.settle();
    expect(await atProvider(charge)).toEqual([]);
    const decision = {
      caseId: encodeId('PaymentCase', caseId),
      approvalId: asked.case.refunds[0].approvalId,
      granted: true,
    };
    expect(await call(await stage.signIn('TEAM_LEAD'), 'decideApproval', decision)).toMatchObject({
      code: 'SECOND_PERSON_REQUIRED',
    });
    const decided = await call(await stage.signIn('OWNER'), 'decideApproval', decision);
    expect(decided.__typename).toBe('DecideApprovalSuccess');
    await stage.settle();
    expect((await stage.desk.read(caseId)).refunds).toMatchObject([{ state: 'SUCCEEDED' }]);
  });

  it('goes nowhere when the second person refuses', async () => {
    const { caseId, paymentId, charge } = await paidByCard();
    const asked = await request({ caseId, paymentId, amount: '119.00' });
    const approvalId = asked.case.refunds[0].approvalId;
    const refusal = { caseId: encodeId('PaymentCase', caseId), approvalId, granted: false, reason: 'Nein' };
    await call(await stage.signIn('TEAM_LEAD'), 'decideApproval', refusal);
    await stage.settle();
    expect((await stage.desk.read(caseId)).refunds).toMatchObject([{ state: 'REFUSED' }]);
    expect(await atProvider(charge)).toEqual([]);
  });
});

describe('a refund of which the answer is lost', { timeout: 60_000 }, () => {
  it('is unknown until the provider has been asked, and is sent once', async () => {
    const { caseId, paymentId, charge } = await paidByCard();
    // The SDK tries three times; each answer is lost after the work has been done.
    await stage.sandbox.press('faults', { lever: 'timeout_after', times: 3, path: '/v1/refunds' });
    await request({ caseId, paymentId });
    await expect(stage.workOff('send-refund')).rejects.toThrow();
    expect(await stage.desk.read(caseId)).toMatchObject({
      publishedStatus: 'UNKNOWN',
      refunds: [{ state: 'UNKNOWN' }],
    });
    await stage.workOff('send-refund');
    await stage.settle();
    expect((await stage.desk.read(caseId)).refunds).toMatchObject([{ state: 'SUCCEEDED' }]);
    expect(await atProvider(charge)).toHaveLength(1);
  });

  it('is healed by the provider’s own event, too', async () => {
    const { caseId, paymentId, charge } = await paidByCard();
    await stage.sandbox.press('faults', { lever: 'timeout_after', times: 3, path: '/v1/refunds' });
    await request({ caseId, paymentId });
    await expect(stage.workOff('send-refund')).rejects.toThrow();
    await stage.sandbox.release();
    await stage.sandbox.settled();
    await stage.workOff('apply-provider-event');
    expect((await stage.desk.read(caseId)).refunds).toMatchObject([{ state: 'SUCCEEDED' }]);
    await stage.settle();
    expect(await atProvider(charge)).toHaveLength(1);
  });
});

describe('a refund that takes its time', { timeout: 60_000 }, () => {
  it('is posted only when the provider says that it has gone', async () => {
    const { caseId, paymentId, charge } = await paidByCard(REFUND_PENDING);
    await request({ caseId, paymentId });
    await stage.settle();
    expect((await stage.desk.read(caseId)).refunds).toMatchObject([{ state: 'SENT' }]);
    expect(await balanceOf(caseId, 'CLEARING')).toBe(119_00 - 2_04);
    const [refund] = await atProvider(charge);
    await stage.sandbox.press(`refunds/${refund?.id}/settle`);
    await stage.settle();
    expect((await stage.desk.read(caseId)).refunds).toMatchObject([{ state: 'SUCCEEDED' }]);
    expect(await balanceOf(caseId, 'CLEARING')).toBe(119_00 - 2_04 - 19_00);
  });

  it('is countered when it fails after all: the money is back, a task says so, the claim is paid by it again', async () => {
    const { caseId, paymentId, charge } = await paidByCard(REFUND_FAILING);
    await request({ caseId, paymentId, effect: 'CLAIM_STAYS_OPEN' });
    await stage.settle();
    expect(await balanceOf(caseId, 'RECEIVABLE')).toBe(19_00);
    const [refund] = await atProvider(charge);
    await stage.sandbox.press(`refunds/${refund?.id}/settle`);
    await stage.settle();
    const after = await stage.desk.read(caseId);
    expect(after.refunds).toMatchObject([{ state: 'FAILED', failure: { code: 'expired_or_canceled_card' } }]);
    expect(after.tasks.filter(({ reason }) => reason === 'REFUND_FAILED')).toHaveLength(1);
    expect(await balanceOf(caseId, 'CLEARING')).toBe(119_00 - 2_04);
    expect(await balanceOf(caseId, 'RECEIVABLE')).toBe(0);
    expect(after.runs.find(({ state }) => state === 'OPEN')?.step).toBe('CLOSE_PAYMENT_TASK');
  });
});

describe('a refund that somebody has made at the provider', { timeout: 60_000 }, () => {
  it('is taken in, opens the claim and raises a task', async () => {
    const { caseId, charge } = await paidByCard();
    await close(caseId);
    await stage.account.stripe.refunds.create({ charge, amount: 500 });
    await stage.settle();
    const after = await stage.desk.read(caseId);
    expect(after.refunds).toMatchObject([
      { state: 'SUCCEEDED', effect: 'CLAIM_STAYS_OPEN', requestedBy: { kind: 'SYSTEM' } },
    ]);
    expect(after.state).toBe('OPEN');
    expect(after.tasks.some(({ reason }) => reason === 'REFUND_AT_PROVIDER')).toBe(true);
  });
});

describe('a refund of money that came by transfer', { timeout: 60_000 }, () => {
  it('is transferred by a person, who records it with its reference', async () => {
    const caseId = await stage.desk.settled();
    const [payment] = (await stage.desk.read(caseId)).payments;
    const paymentId = encodeId('Payment', payment?.id ?? '');
    const asked = await request({ caseId, paymentId });
    expect(asked.case.refundOffers).toMatchObject([{ effect: 'REDUCE', byHand: true }, { byHand: true }]);
    await stage.settle();
    const waiting = await stage.desk.read(caseId);
    expect(waiting.refunds).toMatchObject([{ state: 'APPROVED' }]);
    expect(waiting.tasks.some(({ reason }) => reason === 'REFUND_TO_TRANSFER')).toBe(true);
    const recorded = await call(await stage.signIn('CLERK'), 'recordRefundTransfer', {
      caseId: encodeId('PaymentCase', caseId),
      refundId: asked.case.refunds[0].id,
      reference: 'Auszug 12',
    });
    expect(recorded.__typename).toBe('RecordRefundTransferSuccess');
    const after = await stage.desk.read(caseId);
    expect(after.refunds).toMatchObject([{ state: 'SUCCEEDED' }]);
    expect(await balanceOf(caseId, 'BANK')).toBe(100_00);
    expect(after.tasks.find(({ reason }) => reason === 'REFUND_TO_TRANSFER')?.state).toBe('DONE');
  });
});
