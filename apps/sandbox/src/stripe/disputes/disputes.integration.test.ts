import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { charged, openSandbox, RETURN } from '../../../test/open-sandbox.ts';

const { sandbox, newAccount } = await openSandbox();

const DAY = 86_400;

const take = async (path: string, body: object = {}) => {
  const response = await fetch(`${sandbox.pageUrl}/_sandbox/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return response.status;
};

const onlyDispute = async (stripe: Stripe): Promise<Stripe.Dispute> => {
  const { data } = await stripe.disputes.list();
  expect(data).toHaveLength(1);
  return data[0] as Stripe.Dispute;
};

const debited = async (stripe: Stripe, token: string): Promise<Stripe.PaymentIntent> =>
  stripe.paymentIntents.create({
    amount: 50_000,
    currency: 'eur',
    payment_method: token,
    confirm: true,
    mandate_data: { customer_acceptance: { type: 'offline' } },
    ...RETURN,
  });

describe('time and disputes', () => {
  it('loses what nobody answers by the end of the last day', async () => {
    const stripe = newAccount();
    await charged(stripe, 'pm_card_createDispute');
    const { id, evidence_details: details } = await onlyDispute(stripe);
    const dueBy = details.due_by ?? 0;
    expect(new Date(dueBy * 1000).toISOString()).toContain('T23:59:59');
    sandbox.clock.set(dueBy - 1);
    expect((await stripe.disputes.retrieve(id)).status).toBe('needs_response');
    sandbox.clock.set(dueBy);
    expect(await stripe.disputes.retrieve(id)).toMatchObject({
      status: 'lost',
      evidence_details: { past_due: true },
    });
  });

  it('lets the bank think for two months about evidence it does not know', async () => {
    const stripe = newAccount();
    await charged(stripe, 'pm_card_createDispute');
    const { id } = await onlyDispute(stripe);
    await stripe.disputes.update(id, { evidence: { product_description: 'Wiring of a kitchen' } });
    sandbox.clock.advance(59 * DAY);
    expect((await stripe.disputes.retrieve(id)).status).toBe('under_review');
    sandbox.clock.advance(DAY);
    expect((await stripe.disputes.retrieve(id)).status).toBe('lost');
  });

  it('closes an inquiry after 120 days, when nothing came of it', async () => {
    const stripe = newAccount();
    await charged(stripe, 'pm_card_createDisputeInquiry');
    sandbox.clock.advance(120 * DAY);
    expect((await onlyDispute(stripe)).status).toBe('warning_closed');
  });
});

describe('money and disputes', () => {
  it('lowers the balance by amount and fee, and a won dispute makes it whole', async () => {
    const stripe = newAccount();
    const available = async () => (await stripe.balance.retrieve()).available[0]?.amount;
    await charged(stripe, 'pm_card_createDispute');
    expect(await available()).toBe(-11_900 - 2_000);
    const { id } = await onlyDispute(stripe);
    await stripe.disputes.update(id, { evidence: { uncategorized_text: 'winning_evidence' } });
    expect(await available()).toBe(0);
    const listed = await stripe.balanceTransactions.list({ source: id });
    expect(listed.data.map(({ net }) => net)).toEqual([13_900, -13_900]);
    expect((await stripe.disputes.retrieve(id)).is_charge_refundable).toBe(true);
  });

  it('does not dispute fraud that 3-D Secure has ruled out', async () => {
    const stripe = newAccount();
    const intent = await charged(stripe, 'pm_card_createDispute', {
      payment_method_options: { card: { request_three_d_secure: 'any' } },
    });
    expect(intent.status).toBe('succeeded');
    expect((await stripe.disputes.list()).data).toEqual([]);
  });
});

describe('a debit that comes back', () => {
  it('is lost at once, costs a fee, and takes the mandate with it', async () => {
    const stripe = newAccount();
    const { id } = await debited(stripe, 'pm_disputed_de');
    sandbox.clock.advance(2 * DAY);
    const intent = await stripe.paymentIntents.retrieve(id, { expand: ['latest_charge'] });
    const charge = intent.latest_charge as Stripe.Charge;
    expect([intent.status, charge.status, charge.disputed]).toEqual(['succeeded', 'succeeded', true]);
    const dispute = await onlyDispute(stripe);
    expect(dispute).toMatchObject({
      status: 'lost',
      reason: 'customer_initiated',
      evidence_details: { due_by: null },
      balance_transactions: [{ amount: -50_000, fee: 1_500, net: -51_500 }],
    });
    const mandate = charge.payment_method_details?.sepa_debit?.mandate ?? '';
    expect((await stripe.mandates.retrieve(mandate)).status).toBe('inactive');
    const types = (await stripe.events.list({ limit: 100 })).data.map(({ type }) => type).reverse();
    expect(types.slice(types.indexOf('charge.succeeded'))).toEqual([
      'charge.succeeded',
      'payment_intent.succeeded',
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'mandate.updated',
      'charge.dispute.closed',
    ]);
  });

  it('may do so weeks after it was paid, for any reason the bank has', async () => {
    const stripe = newAccount();
    const { id } = await debited(stripe, 'pm_success_de');
    sandbox.clock.advance(50 * DAY);
    const charge = String((await stripe.paymentIntents.retrieve(id)).latest_charge);
    expect(await take(`charges/${charge}/dispute`, { reason: 'insufficient_funds' })).toBe(200);
    expect(await onlyDispute(stripe)).toMatchObject({ status: 'lost', reason: 'insufficient_funds' });
    expect(await take(`charges/${charge}/dispute`)).toBe(404);
  });
});

describe('the levers of disputes', () => {
  it('open, in part or as an inquiry, and decide', async () => {
    const stripe = newAccount();
    const intent = await charged(stripe);
    const charge = String(intent.latest_charge);
    await take(`charges/${charge}/dispute`, { reason: 'duplicate', amount: 1_900 });
    await take(`charges/${charge}/dispute`, { inquiry: true });
    const [inquiry, partial] = (await stripe.disputes.list()).data as [Stripe.Dispute, Stripe.Dispute];
    expect(partial).toMatchObject({ amount: 1_900, reason: 'duplicate', status: 'needs_response' });
    expect(inquiry).toMatchObject({ amount: 10_000, status: 'warning_needs_response' });
    expect(await take(`disputes/${partial.id}/decide`, { outcome: 'won' })).toBe(200);
    expect((await stripe.disputes.retrieve(partial.id)).status).toBe('won');
    expect(await take(`disputes/${partial.id}/decide`, { outcome: 'lost' })).toBe(404);
    await take(`disputes/${inquiry.id}/decide`, { outcome: 'escalate' });
    expect((await stripe.disputes.retrieve(inquiry.id)).status).toBe('needs_response');
  });
});
