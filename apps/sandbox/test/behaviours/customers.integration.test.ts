import { describe, expect, it } from 'vitest';
import { refusal } from '../open-sandbox.ts';
import { openTarget } from './target.ts';

const { stripe } = await openTarget();

const ADDRESS = { line1: 'Lindenstr. 4', postal_code: '80331', city: 'München', country: 'DE' };

describe('customers', () => {
  it('keep what they are created with, nested fields included', async () => {
    const customer = await stripe.customers.create({
      name: 'Müller & Söhne GmbH',
      email: 'buchhaltung@example.com',
      phone: '+49 89 123456',
      address: ADDRESS,
      preferred_locales: ['de', 'en'],
      metadata: { number: 'K-000042', note: 'a=b&c[d]' },
    });
    expect(customer).toMatchObject({
      id: expect.stringMatching(/^cus_/),
      name: 'Müller & Söhne GmbH',
      address: { ...ADDRESS, line2: null, state: null },
      preferred_locales: ['de', 'en'],
      metadata: { number: 'K-000042', note: 'a=b&c[d]' },
    });
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({
      id: customer.id,
      email: 'buchhaltung@example.com',
    });
  });

  it('are updated field by field; an empty value unsets', async () => {
    const { id } = await stripe.customers.create({
      name: 'Alt',
      phone: '1',
      address: ADDRESS,
      metadata: { a: '1', b: '2' },
    });
    const updated = await stripe.customers.update(id, {
      name: 'Neu',
      phone: '',
      address: '',
      metadata: { a: '', c: '3' },
    });
    expect(updated).toMatchObject({ name: 'Neu', phone: null, address: null, metadata: { b: '2', c: '3' } });
  });

  it('can take a payment method and a default one', async () => {
    const customer = await stripe.customers.create({ payment_method: 'pm_card_visa' });
    const [method] = (await stripe.customers.listPaymentMethods(customer.id)).data;
    const updated = await stripe.customers.update(customer.id, {
      invoice_settings: { default_payment_method: method?.id ?? '' },
      expand: ['invoice_settings.default_payment_method'],
    });
    expect(updated.invoice_settings.default_payment_method).toMatchObject({
      card: { last4: '4242' },
      customer: customer.id,
    });
  });
});

describe('payment methods', () => {
  it('made from a test token have an id of their own, and hang on one customer', async () => {
    const { id: customer } = await stripe.customers.create({});
    const method = await stripe.paymentMethods.attach('pm_card_mastercard', { customer });
    expect(method).toMatchObject({
      id: expect.not.stringMatching('pm_card'),
      customer,
      card: { brand: 'mastercard', funding: 'credit' },
    });
    expect((await stripe.paymentMethods.list({ customer, type: 'card' })).data.map(({ id }) => id)).toEqual([
      method.id,
    ]);
    expect((await stripe.paymentMethods.list({ type: 'card' })).data).toEqual([]);
  });

  it('are detached for good', async () => {
    const { id: customer } = await stripe.customers.create({});
    const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    expect(await stripe.paymentMethods.detach(id)).toMatchObject({ customer: null });
    expect(await refusal(stripe.paymentMethods.attach(id, { customer }))).toMatchObject({ statusCode: 400 });
    expect(await refusal(stripe.paymentMethods.detach(id))).toMatchObject({ statusCode: 400 });
  });

  it('keep changed billing details', async () => {
    const { id: customer } = await stripe.customers.create({});
    const { id } = await stripe.paymentMethods.attach('pm_card_visa', { customer });
    const updated = await stripe.paymentMethods.update(id, {
      billing_details: { name: 'Erika Beispiel', address: ADDRESS },
    });
    expect(updated.billing_details).toMatchObject({ name: 'Erika Beispiel', address: ADDRESS, email: null });
  });

  it('are made from a token or an IBAN, never from a card number', async () => {
    expect(await stripe.paymentMethods.create({ type: 'card', card: { token: 'tok_visa' } })).toMatchObject({
      card: { last4: '4242' },
    });
    const debit = await stripe.paymentMethods.create({
      type: 'sepa_debit',
      sepa_debit: { iban: 'DE89 3704 0044 0532 0130 00' },
      billing_details: { name: 'Erika Beispiel', email: 'erika@example.com' },
    });
    expect(debit).toMatchObject({ sepa_debit: { bank_code: '37040044', country: 'DE', last4: '3000' } });
    const number = stripe.paymentMethods.create({
      type: 'card',
      card: { number: '4242424242424242', exp_month: 1, exp_year: 2034 },
    });
    expect((await refusal(number)).message).toContain('generally unsafe');
    const iban = stripe.paymentMethods.create({
      type: 'sepa_debit',
      sepa_debit: { iban: 'DE00' },
      billing_details: { name: 'X' },
    });
    expect(await refusal(iban)).toMatchObject({ code: 'account_number_invalid', param: 'sepa_debit[iban]' });
  });
});
