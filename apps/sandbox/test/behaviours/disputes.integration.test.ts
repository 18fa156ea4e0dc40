import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { charged, refusal } from '../open-sandbox.ts';
import { openTarget } from './target.ts';

const { stripe, eventually } = await openTarget();

/** The first dispute of a payment, as soon as the bank has opened it. */
const disputeOf = async (intent: Stripe.PaymentIntent): Promise<Stripe.Dispute> => {
  const { data } = await eventually(
    () => stripe.disputes.list({ payment_intent: intent.id }),
    (list) => list.data.length > 0,
  );
  return data[0] as Stripe.Dispute;
};

const disputed = async (token: string) => disputeOf(await charged(stripe, token));

const ended = (id: string) =>
  eventually(
    () => stripe.disputes.retrieve(id),
    ({ status }) => ['won', 'lost', 'warning_closed'].includes(status),
  );

const answer = (id: string, text: string) =>
  stripe.disputes.update(id, { evidence: { uncategorized_text: text } });

const eventTypes = async (intent: Stripe.PaymentIntent) => {
  const { data } = await stripe.events.list({ type: 'charge.dispute.*', limit: 100 });
  return data
    .filter(({ data: { object } }) => 'payment_intent' in object && object.payment_intent === intent.id)
    .map(({ type }) => type);
};

describe('a payment that the bank disputes', () => {
  it.each([
    ['pm_card_createDispute', 'fraudulent'],
    ['pm_card_createDisputeProductNotReceived', 'product_not_received'],
  ])('%s: takes the money and a fee out of the balance', async (token, reason) => {
    const intent = await charged(stripe, token);
    const dispute = await disputeOf(intent);
    expect(dispute).toMatchObject({
      object: 'dispute',
      amount: 11_900,
      currency: 'eur',
      charge: intent.latest_charge,
      payment_intent: intent.id,
      reason,
      status: 'needs_response',
      is_charge_refundable: false,
      evidence_details: { has_evidence: false, past_due: false, submission_count: 0 },
      payment_method_details: { type: 'card', card: { brand: 'visa', case_type: 'chargeback' } },
    });
    expect(dispute.evidence_details.due_by).toBeGreaterThan(dispute.created);
    const [withdrawal] = dispute.balance_transactions;
    expect(withdrawal).toMatchObject({
      type: 'adjustment',
      reporting_category: 'dispute',
      amount: -11_900,
      source: dispute.id,
      description: `Chargeback withdrawal for ${String(intent.latest_charge)}`,
      fee_details: [{ type: 'stripe_fee', description: 'Dispute fee' }],
    });
    expect(withdrawal?.net).toBe(-11_900 - (withdrawal?.fee ?? 0));
    expect((await stripe.charges.retrieve(String(intent.latest_charge))).disputed).toBe(true);
    expect((await eventTypes(intent)).sort()).toEqual([
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
    ]);
  });

  it('cannot be refunded on top', async () => {
    const intent = await charged(stripe, 'pm_card_createDispute');
    await disputeOf(intent);
    expect(await refusal(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({
      statusCode: 400,
      code: 'charge_disputed',
    });
  });

  it('is found by its charge', async () => {
    const intent = await charged(stripe, 'pm_card_createDispute');
    const dispute = await disputeOf(intent);
    const { data } = await stripe.disputes.list({ charge: String(intent.latest_charge) });
    expect(data.map(({ id }) => id)).toEqual([dispute.id]);
    const full = await stripe.disputes.retrieve(dispute.id, { expand: ['charge', 'payment_intent'] });
    expect(full).toMatchObject({
      charge: { object: 'charge', disputed: true },
      payment_intent: { object: 'payment_intent', status: 'succeeded' },
    });
  });
});

describe('the answer to a dispute', () => {
  it('is a draft until it is submitted', async () => {
    const { id } = await disputed('pm_card_createDispute');
    const draft = await stripe.disputes.update(id, {
      evidence: { product_description: 'Wiring of a kitchen', customer_name: 'Erika Beispiel' },
      metadata: { case: 'ZW-1' },
      submit: false,
    });
    expect(draft).toMatchObject({
      status: 'needs_response',
      metadata: { case: 'ZW-1' },
      evidence: { product_description: 'Wiring of a kitchen' },
      evidence_details: { has_evidence: true, submission_count: 0 },
    });
    const submitted = await stripe.disputes.update(id, { submit: true });
    expect(submitted).toMatchObject({
      status: 'under_review',
      evidence: { customer_name: 'Erika Beispiel' },
      evidence_details: { submission_count: 1 },
    });
  });

  it('that convinces the bank brings the money back', async () => {
    const { id } = await disputed('pm_card_createDisputeProductNotReceived');
    await answer(id, 'winning_evidence');
    expect(await ended(id)).toMatchObject({ status: 'won' });
    const { balance_transactions: transactions } = await eventually(
      () => stripe.disputes.retrieve(id),
      (dispute) => dispute.balance_transactions.length === 2,
    );
    const reversal = transactions.find(({ amount }) => amount > 0);
    expect(reversal).toMatchObject({ amount: 11_900, reporting_category: 'dispute_reversal' });
  });

  it('that does not leaves it lost', async () => {
    const { id } = await disputed('pm_card_createDispute');
    await answer(id, 'losing_evidence');
    const lost = await ended(id);
    expect([lost.status, lost.balance_transactions.length]).toEqual(['lost', 1]);
  });

  it('may be to accept it', async () => {
    const { id } = await disputed('pm_card_createDispute');
    expect((await stripe.disputes.close(id)).status).toBe('lost');
    expect(await refusal(answer(id, 'winning_evidence'))).toMatchObject({ statusCode: 400 });
    expect(await refusal(stripe.disputes.close(id))).toMatchObject({ statusCode: 400 });
  });

  it('may name a file', async () => {
    const { id } = await disputed('pm_card_createDispute');
    const file = await stripe.files.create({
      purpose: 'dispute_evidence',
      file: { data: Buffer.from('%PDF-1.4\n%%EOF\n'), name: 'invoice.pdf', type: 'application/pdf' },
    });
    expect(file).toMatchObject({ object: 'file', purpose: 'dispute_evidence', type: 'pdf', size: 15 });
    const draft = await stripe.disputes.update(id, { evidence: { receipt: file.id }, submit: false });
    expect(draft.evidence.receipt).toBe(file.id);
    const unknown = stripe.disputes.update(id, { evidence: { receipt: 'file_unknown' }, submit: false });
    expect(await refusal(unknown)).toMatchObject({ statusCode: 400, code: 'resource_missing' });
  });
});

describe('an inquiry', () => {
  it('only asks: no money moves, and the payment may still be refunded', async () => {
    const intent = await charged(stripe, 'pm_card_createDisputeInquiry');
    const inquiry = await disputeOf(intent);
    expect(inquiry).toMatchObject({
      status: 'warning_needs_response',
      is_charge_refundable: true,
      balance_transactions: [],
      payment_method_details: { card: { case_type: 'inquiry' } },
    });
    expect((await stripe.refunds.create({ payment_intent: intent.id })).status).toBe('succeeded');
    expect((await ended(inquiry.id)).status).toBe('warning_closed');
  });

  it('becomes a chargeback when the bank is not content', async () => {
    const { id } = await disputed('pm_card_createDisputeInquiry');
    await answer(id, 'escalate_inquiry_evidence');
    const escalated = await eventually(
      () => stripe.disputes.retrieve(id),
      ({ status }) => status === 'needs_response',
    );
    expect(escalated.balance_transactions).toHaveLength(1);
  });
});

describe('an early fraud warning', () => {
  it('tells of a payment that may be disputed, and disputes nothing', async () => {
    const intent = await charged(stripe, 'pm_card_createIssuerFraudRecord');
    const { data } = await eventually(
      () => stripe.radar.earlyFraudWarnings.list({ payment_intent: intent.id }),
      (list) => list.data.length > 0,
    );
    expect(data[0]).toMatchObject({
      object: 'radar.early_fraud_warning',
      charge: intent.latest_charge,
      actionable: true,
    });
    expect((await stripe.disputes.list({ payment_intent: intent.id })).data).toEqual([]);
  });
});

describe('a payment that is disputed more than once', () => {
  it('has several disputes, which together never exceed it', async () => {
    const intent = await charged(stripe, 'pm_card_createMultipleDisputes');
    const { data } = await eventually(
      () => stripe.disputes.list({ payment_intent: intent.id }),
      (list) => list.data.length > 1,
    );
    expect(data.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(11_900);
  });
});

describe('what does not exist', () => {
  it('is not found', async () => {
    expect(await refusal(stripe.disputes.retrieve('du_unknown'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
  });
});
