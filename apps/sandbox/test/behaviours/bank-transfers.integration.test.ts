import type Stripe from 'stripe';
import { describe, expect, it } from 'vitest';
import { refusal } from '../open-sandbox.ts';
import { openTarget } from './target.ts';

const { stripe, eventually } = await openTarget();

const newCustomer = async () => (await stripe.customers.create({ name: 'Erika Beispiel' })).id;

const TRANSFER: Stripe.PaymentIntentCreateParams.PaymentMethodOptions = {
  customer_balance: {
    funding_type: 'bank_transfer',
    bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'DE' } },
  },
};

const asked = (
  customer: string,
  amount = 50_000,
  extra: Partial<Stripe.PaymentIntentCreateParams> = {},
): Promise<Stripe.PaymentIntent> =>
  stripe.paymentIntents.create({
    amount,
    currency: 'eur',
    customer,
    allowed_payment_method_types: ['customer_balance'],
    payment_method_data: { type: 'customer_balance' },
    payment_method_options: TRANSFER,
    confirm: true,
    ...extra,
  });

const fund = (customer: string, amount: number, reference?: string) =>
  stripe.testHelpers.customers.fundCashBalance(customer, {
    amount,
    currency: 'eur',
    ...(reference ? { reference } : {}),
  });

const instructionsOf = (intent: Stripe.PaymentIntent) =>
  intent.next_action?.display_bank_transfer_instructions;

const until = (id: string, holds: (intent: Stripe.PaymentIntent) => boolean) =>
  eventually(() => stripe.paymentIntents.retrieve(id), holds);

const movements = async (customer: string) =>
  (await stripe.customers.listCashBalanceTransactions(customer, { limit: 100 })).data
    .map(({ type, net_amount: amount }) => [type, amount] as const)
    .reverse();

const held = async (customer: string) =>
  (await stripe.customers.retrieveCashBalance(customer)).available?.eur ?? 0;

describe('a payment by bank transfer', () => {
  it('tells the customer where to transfer what, and under which reference', async () => {
    const intent = await asked(await newCustomer());
    expect(intent).toMatchObject({
      status: 'requires_action',
      next_action: {
        type: 'display_bank_transfer_instructions',
        display_bank_transfer_instructions: {
          type: 'eu_bank_transfer',
          amount_remaining: 50_000,
          currency: 'eur',
          reference: expect.any(String),
          hosted_instructions_url: expect.stringMatching(/^https?:/),
        },
      },
    });
    const [address] = instructionsOf(intent)?.financial_addresses ?? [];
    expect(address).toMatchObject({
      type: 'iban',
      supported_networks: ['sepa'],
      iban: { country: 'DE', iban: expect.stringMatching(/^DE\d{20}$/), bic: expect.any(String) },
    });
  });

  it('succeeds once the whole amount has come', async () => {
    const customer = await newCustomer();
    const { id } = await asked(customer);
    await fund(customer, 50_000);
    const paid = await until(id, ({ status }) => status === 'succeeded');
    expect(paid).toMatchObject({ amount_received: 50_000, next_action: null });
    const charge = await stripe.charges.retrieve(String(paid.latest_charge), {
      expand: ['balance_transaction'],
    });
    expect(charge).toMatchObject({
      status: 'succeeded',
      amount: 50_000,
      payment_method_details: { type: 'customer_balance' },
      balance_transaction: { type: 'payment', amount: 50_000 },
    });
    expect(await movements(customer)).toEqual([
      ['funded', 50_000],
      ['applied_to_payment', -50_000],
    ]);
    expect(await held(customer)).toBe(0);
  });

  it('is partly funded when less comes, and waits for the rest', async () => {
    const customer = await newCustomer();
    const { id } = await asked(customer);
    await fund(customer, 30_000);
    const partly = await until(id, (intent) => instructionsOf(intent)?.amount_remaining !== 50_000);
    expect([partly.status, instructionsOf(partly)?.amount_remaining]).toEqual(['requires_action', 20_000]);
    await fund(customer, 20_000);
    const paid = await until(id, ({ status }) => status === 'succeeded');
    expect(paid.amount_received).toBe(50_000);
    expect((await stripe.charges.list({ payment_intent: id })).data).toHaveLength(1);
  });

  it('leaves what was too much with the customer, for his next payment', async () => {
    const customer = await newCustomer();
    const first = await asked(customer);
    await fund(customer, 60_000);
    await until(first.id, ({ status }) => status === 'succeeded');
    expect(await held(customer)).toBe(10_000);
    const second = await asked(customer, 8_000);
    expect((await until(second.id, ({ status }) => status === 'succeeded')).amount_received).toBe(8_000);
    expect(await held(customer)).toBe(2_000);
  });

  it('that names its reference goes to that payment, not to the oldest', async () => {
    const customer = await newCustomer();
    const older = await asked(customer, 50_000);
    const newer = await asked(customer, 40_000);
    await fund(customer, 40_000, instructionsOf(newer)?.reference ?? '');
    await until(newer.id, ({ status }) => status === 'succeeded');
    expect(instructionsOf(await stripe.paymentIntents.retrieve(older.id))?.amount_remaining).toBe(50_000);
  });

  it('that is canceled gives the customer his part back', async () => {
    const customer = await newCustomer();
    const { id } = await asked(customer);
    await fund(customer, 10_000);
    await until(id, (intent) => instructionsOf(intent)?.amount_remaining === 40_000);
    expect((await stripe.paymentIntents.cancel(id)).status).toBe('canceled');
    await eventually(
      () => held(customer),
      (amount) => amount === 10_000,
    );
    expect((await movements(customer)).at(-1)).toEqual(['unapplied_from_payment', 10_000]);
  });

  it('needs a customer', async () => {
    const call = stripe.paymentIntents.create({
      amount: 50_000,
      currency: 'eur',
      allowed_payment_method_types: ['customer_balance'],
      payment_method_data: { type: 'customer_balance' },
      payment_method_options: TRANSFER,
      confirm: true,
    });
    expect(await refusal(call)).toMatchObject({ statusCode: 400, type: 'StripeInvalidRequestError' });
  });
});

describe('money that nobody has asked for', () => {
  it('waits on the cash balance of the customer', async () => {
    const customer = await newCustomer();
    const funded = await fund(customer, 12_300, 'Invoice 17');
    expect(funded).toMatchObject({
      object: 'customer_cash_balance_transaction',
      type: 'funded',
      net_amount: 12_300,
      ending_balance: 12_300,
      funded: { bank_transfer: { type: 'eu_bank_transfer', reference: 'Invoice 17' } },
    });
    expect(await stripe.customers.retrieveCashBalanceTransaction(customer, funded.id)).toMatchObject({
      id: funded.id,
    });
    const balance = await stripe.customers.retrieveCashBalance(customer);
    expect(balance).toMatchObject({
      object: 'cash_balance',
      available: { eur: 12_300 },
      settings: { reconciliation_mode: 'automatic', using_merchant_default: true },
    });
    expect(await stripe.customers.retrieve(customer, { expand: ['cash_balance'] })).toMatchObject({
      cash_balance: { available: { eur: 12_300 } },
    });
  });

  it('stays there in manual mode, until it is applied', async () => {
    const customer = await newCustomer();
    await stripe.customers.updateCashBalance(customer, { settings: { reconciliation_mode: 'manual' } });
    const { id } = await asked(customer);
    await fund(customer, 50_000);
    await eventually(
      () => held(customer),
      (amount) => amount === 50_000,
    );
    expect((await stripe.paymentIntents.retrieve(id)).status).toBe('requires_action');
    const partly = await stripe.paymentIntents.applyCustomerBalance(id, { amount: 20_000, currency: 'eur' });
    expect(instructionsOf(partly)?.amount_remaining).toBe(30_000);
    expect((await stripe.paymentIntents.applyCustomerBalance(id)).status).toBe('succeeded');
  });

  it('can be transferred to the account that is the customer’s alone', async () => {
    const [one, other] = [await newCustomer(), await newCustomer()];
    const ibanFor = async (customer: string) => {
      const given = await stripe.customers.createFundingInstructions(customer, {
        currency: 'eur',
        funding_type: 'bank_transfer',
        bank_transfer: { type: 'eu_bank_transfer', eu_bank_transfer: { country: 'DE' } },
      });
      expect(given).toMatchObject({ object: 'funding_instructions', funding_type: 'bank_transfer' });
      return given.bank_transfer.financial_addresses[0]?.iban?.iban;
    };
    expect(await ibanFor(one)).toBe(await ibanFor(one));
    expect(await ibanFor(one)).not.toBe(await ibanFor(other));
  });
});

describe('a refund of a transfer', () => {
  it('goes to the cash balance of the customer', async () => {
    const customer = await newCustomer();
    const { id } = await asked(customer);
    await fund(customer, 50_000);
    await until(id, ({ status }) => status === 'succeeded');
    const refund = await stripe.refunds.create({ payment_intent: id, amount: 5_000 });
    expect(refund).toMatchObject({ amount: 5_000, status: 'succeeded' });
    await eventually(
      () => held(customer),
      (amount) => amount === 5_000,
    );
    expect((await movements(customer)).at(-1)).toEqual(['refunded_from_payment', 5_000]);
  });

  it('sends what lies on the cash balance back to the bank', async () => {
    const customer = await newCustomer();
    await fund(customer, 7_000);
    const refund = await stripe.refunds.create({
      amount: 7_000,
      currency: 'eur',
      customer,
      origin: 'customer_balance',
    });
    expect(refund).toMatchObject({ amount: 7_000, currency: 'eur', charge: null, payment_intent: null });
    const done = await eventually(
      () => stripe.refunds.retrieve(refund.id),
      ({ status }) => status === 'succeeded',
    );
    expect(done.destination_details?.type).toBe('eu_bank_transfer');
    expect(await held(customer)).toBe(0);
  });
});
