import { amountOpen } from '@zahlwerk/domain/workflow/balance';
import { openRun } from '@zahlwerk/domain/workflow/progress';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aConnectedDesk, type ConnectedDesk } from '../../test/a-connected-desk.ts';
import { send } from '../../test/case-call.ts';
import { anEvent, deliver, readInbox } from '../../test/deliver.ts';
import { acceptDispute, aDisputedCase, attach, dispute, submitEvidence } from '../../test/disputing.ts';
import { enterIban, IBANS } from '../../test/on-the-hosted-page.ts';
import { balanceOnCase, paidByCard } from '../../test/refunding.ts';
import { asSuperuser, readRows, readViolations } from '../../test/rows.ts';
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

const read = (caseId: string) => stage.desk.read(caseId);
const atProvider = (ref: string) => stage.account.stripe.disputes.retrieve(ref);
const subjectsTo = async (email: string) =>
  (await stage.sandbox.mailsTo(email)).map(({ subject }) => subject);

describe('a disputed card payment', { timeout: 60_000 }, () => {
  it('reopens its case, is told to both sides, and is won by evidence', async () => {
    const disputed = await aDisputedCase(stage);
    const { caseId, email, disputeRef } = disputed;
    const opened = await read(caseId);
    expect(opened).toMatchObject({ state: 'OPEN', publishedStatus: 'DISPUTED' });
    expect(opened.disputes).toMatchObject([{ kind: 'CARD', state: 'OPEN', reason: 'product_not_received' }]);
    expect(await balanceOnCase(stage, caseId, 'CUSTOMER_CREDIT')).toBe(119_00);
    expect((await subjectsTo(email)).at(-1)).toMatch(/Widerspruch zur Zahlung über 119,00 €/);
    const { accountsEmail } = opened.organization;
    expect((await subjectsTo(accountsEmail ?? '')).at(-1)).toMatch(/Zahlung zurückgeholt/);
    const file = { name: 'Lieferschein.pdf', mediaType: 'application/pdf' };
    const attachmentId = await attach(stage, caseId, file);
    const text = await attach(stage, caseId, { name: 'notiz.txt', mediaType: 'text/plain' });
    expect(
      await submitEvidence(stage, disputed, 'x', [{ attachmentId: text, kind: 'RECEIPT' }]),
    ).toMatchObject({ __typename: 'ValidationFailed', fields: [{ code: 'NOT_FOR_BANKS' }] });
    const files = [{ attachmentId, kind: 'SHIPPING_DOCUMENTATION' }];
    expect(await submitEvidence(stage, disputed, 'winning_evidence', files)).toMatchObject({
      case: { disputes: [{ response: { kind: 'EVIDENCE', state: 'RECORDED' } }] },
    });
    expect(await submitEvidence(stage, disputed, 'noch etwas')).toMatchObject({ code: 'DISPUTE_ANSWERED' });
    await stage.settle();
    const { evidence, status } = await atProvider(disputeRef);
    expect([status, evidence.shipping_documentation]).toEqual(['won', expect.stringMatching(/^file_/)]);
    const won = await read(caseId);
    expect(won).toMatchObject({ publishedStatus: 'SETTLED' });
    expect(won.disputes).toMatchObject([{ state: 'WON', response: { state: 'SENT' } }]);
    expect(openRun(won)?.step).toBe('CLOSE_PAYMENT_TASK');
    expect(await balanceOnCase(stage, caseId, 'FEES')).toBe(2_04);
    expect(await balanceOnCase(stage, caseId, 'CUSTOMER_CREDIT')).toBe(0);
  });

  it('is accepted by a lead, who has handled the money then; the claim is open again', async () => {
    const disputed = await aDisputedCase(stage);
    const { caseId, disputeRef } = disputed;
    const ids = {
      caseId: encodeId('PaymentCase', caseId),
      disputeId: encodeId('Dispute', disputed.disputeId),
    };
    const byClerk = await send(await stage.signIn('CLERK'), 'acceptDispute', ids);
    expect(byClerk.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    await acceptDispute(stage, disputed);
    await stage.settle();
    expect((await atProvider(disputeRef)).status).toBe('lost');
    const lost = await read(caseId);
    expect(lost).toMatchObject({ publishedStatus: 'RETURNED', disputes: [{ state: 'LOST' }] });
    expect(amountOpen(lost).minor).toBe(119_00n);
    expect(await balanceOnCase(stage, caseId, 'RECEIVABLE')).toBe(119_00);
    await stage.desk.run(caseId, stage.business.clerk, 'registerReceipt', stage.desk.receipt(119_00n));
    await stage.desk.run(caseId, stage.business.clerk, 'confirmAmount', {
      paymentId: null,
      resolution: 'EXACT',
      reason: null,
    });
    await stage.settle();
    expect(await read(caseId)).toMatchObject({ publishedStatus: 'SETTLED' });
    const closing = stage.desk.run(caseId, stage.business.lead, 'closePaymentTask', {});
    await expect(closing).rejects.toThrow(/HANDLED_THE_MONEY/);
    await stage.desk.run(caseId, stage.business.owner, 'closePaymentTask', {});
  });

  it('is answered once, whatever becomes of the provider’s answer', async () => {
    const disputed = await aDisputedCase(stage);
    await submitEvidence(stage, disputed, 'Am 3. November geliefert');
    await stage.sandbox.press('faults', {
      lever: 'timeout_after',
      path: '/v1/disputes/',
      method: 'POST',
      times: 3,
    });
    await stage.workOff('answer-dispute').catch(() => {});
    await stage.sandbox.release();
    await stage.lookAround(601);
    expect((await read(disputed.caseId)).disputes).toMatchObject([{ response: { state: 'SENT' } }]);
    const { status, evidence_details: details } = await atProvider(disputed.disputeRef);
    expect([status, details.submission_count]).toEqual(['under_review', 1]);
  });
});

describe('what the provider tells of disputes', { timeout: 60_000 }, () => {
  it('twice and in the wrong order comes to the same end', async () => {
    await stage.sandbox.press('faults', { lever: 'webhook_duplicate' });
    await stage.sandbox.press('faults', { lever: 'webhook_reorder', batch: 3 });
    const disputed = await aDisputedCase(stage, { amount: 19_00 });
    await stage.sandbox.press(`disputes/${disputed.disputeRef}/decide`, { outcome: 'lost' });
    await stage.settle();
    const lost = await read(disputed.caseId);
    expect(lost.disputes).toMatchObject([{ state: 'LOST' }]);
    expect(amountOpen(lost).minor).toBe(19_00n);
    const before = await readRows(stage.database);
    for (const { event_id, type } of await readInbox(stage))
      if (type.startsWith('charge.dispute')) await stage.sandbox.press(`events/${event_id}/redeliver`);
    await stage.settle();
    expect(await readRows(stage.database)).toEqual(before);
  });

  it('not at all is asked for: an open one by looking around, an unheard one by whoever asks', async () => {
    const known = await aDisputedCase(stage);
    await stage.sandbox.press('faults', { lever: 'webhook_drop' });
    await stage.sandbox.press(`disputes/${known.disputeRef}/decide`, { outcome: 'won' });
    await stage.settle();
    const unheard = await paidByCardUnheard();
    await dispute(stage, unheard.charge);
    expect((await read(unheard.caseId)).disputes).toEqual([]);
    await stage.lookAround(601);
    expect((await read(known.caseId)).disputes).toMatchObject([{ state: 'WON' }]);
    const caseId = encodeId('PaymentCase', unheard.caseId);
    await send(await stage.signIn('CLERK'), 'updatePaymentStatus', { caseId });
    expect((await read(unheard.caseId)).disputes).toMatchObject([{ state: 'OPEN' }]);
  });

  /** The desk hears of the payment, but of nothing after it. */
  const paidByCardUnheard = async () => {
    await stage.sandbox.release();
    const paid = await paidByCard(stage);
    await stage.sandbox.press('faults', { lever: 'webhook_drop' });
    return paid;
  };

  it('is set aside when it does not fit', async () => {
    const { disputeId, disputeRef } = await aDisputedCase(stage, { amount: 19_00 });
    const change = (minor: number) =>
      asSuperuser(stage.database, (client) =>
        client.query(
          `SET session_replication_role = replica; UPDATE dispute SET amount_minor = ${minor} WHERE id = '${disputeId}'`,
        ),
      );
    await change(18_00);
    const object = { data: { object: { id: disputeRef, object: 'dispute' } } };
    await deliver(stage, anEvent(disputeRef, { type: 'charge.dispute.updated', ...object }));
    await stage.settle();
    expect((await readInbox(stage)).at(-1)).toMatchObject({ state: 'QUARANTINED', error: 'ATTEMPT_DIFFERS' });
    await change(19_00);
  });
});

describe('an inquiry of a bank', { timeout: 60_000 }, () => {
  it('moves no money until the bank is not content with the answer', async () => {
    const disputed = await aDisputedCase(stage, { inquiry: true });
    expect(await balanceOnCase(stage, disputed.caseId, 'CUSTOMER_CREDIT')).toBe(0);
    expect(await acceptDispute(stage, disputed)).toMatchObject({ code: 'DISPUTE_IS_INQUIRY' });
    await submitEvidence(stage, disputed, 'escalate_inquiry_evidence');
    await stage.settle();
    expect((await read(disputed.caseId)).disputes).toMatchObject([{ state: 'OPEN', needsResponse: true }]);
    expect(await balanceOnCase(stage, disputed.caseId, 'CUSTOMER_CREDIT')).toBe(119_00);
    expect(await submitEvidence(stage, disputed, 'losing_evidence')).toMatchObject({
      __typename: 'SubmitDisputeEvidenceSuccess',
    });
    await stage.settle();
    expect((await read(disputed.caseId)).disputes).toMatchObject([{ state: 'LOST' }]);
  });
});

describe('as days pass', { timeout: 60_000 }, () => {
  let debitId: string;
  let disputed: Awaited<ReturnType<typeof aDisputedCase>>;
  beforeAll(async () => {
    debitId = await stage.desk.waiting();
    await enterIban(await stage.openCheckout(debitId, 'SEPA_DEBIT'), IBANS.good, 'Frieda Lorenzen');
    disputed = await aDisputedCase(stage);
    await stage.passDays(14);
  });

  it('the desk is reminded of a dispute before its deadline, and nothing is taken after', async () => {
    await stage.lookAround();
    const { number, organization, tasks } = await read(disputed.caseId);
    const told = await subjectsTo(organization.accountsEmail ?? '');
    const ofCase = told.filter((subject) => subject.includes(number));
    expect(ofCase.filter((subject) => subject.includes('Frist läuft ab'))).toHaveLength(1);
    const task = tasks.find(({ reason }) => reason === 'DISPUTE_TO_ANSWER');
    expect(task).toMatchObject({ state: 'OPEN' });
    await stage.passDays(3);
    const lost = await read(disputed.caseId);
    expect(lost.disputes).toMatchObject([{ state: 'LOST', response: null }]);
    expect(lost.tasks.find(({ id }) => id === task?.id)).toMatchObject({ state: 'DONE' });
    expect(await submitEvidence(stage, disputed, 'zu spät')).toMatchObject({ code: 'DISPUTE_DECIDED' });
  });

  it('a debit may come back, which is final: the customer is asked to pay in another way', async () => {
    const paid = await stage.desk.run(debitId, stage.business.lead, 'closePaymentTask', {});
    await dispute(stage, paid.payments[0]?.evidence.split(':')[1] ?? '', { reason: 'insufficient_funds' });
    const back = await read(debitId);
    expect(back).toMatchObject({ state: 'OPEN', publishedStatus: 'RETURNED' });
    expect(back.disputes).toMatchObject([{ kind: 'DEBIT_RETURN', state: 'LOST', fee: { minor: 15_00n } }]);
    expect(openRun(back)?.step).toBe('CONFIRM_AMOUNT');
    const mail = (await stage.sandbox.mailsTo(back.customer.data.email ?? '')).at(-1);
    expect(mail?.subject).toMatch(/119,00 € wurde zurückgebucht/);
    expect(mail?.text).toMatch(/keine ausreichende Deckung/);
  });
});
