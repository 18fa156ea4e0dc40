import { type CustomerData, customerName } from '@zahlwerk/domain/customers/customer-data';
import type { Attempt, PaymentCase } from '@zahlwerk/domain/workflow/payment-case';
import type Stripe from 'stripe';
import { applyIntent } from '../payments/apply-intent.ts';
import { startPayment } from '../payments/start-payment.ts';
import { intentOfError } from '../stripe/declined-intent.ts';
import { workshopOf } from '../workflow/workshop.ts';
import { confirmAmount, registerReceipt } from './acts.ts';
import { type Act, accountAt, ask, linkOf, noteDone, readCase, type Scene } from './stage.ts';

/** Test accounts and cards of Stripe's documentation (docs.stripe.com/testing). */
export const CARD = {
  good: 'tok_visa',
  debit: 'tok_mastercard_debit',
  declined: 'tok_chargeDeclined',
  insufficientFunds: 'tok_chargeDeclinedInsufficientFunds',
  authenticates: 'tok_authenticationRequired',
  wrongPostalCode: 'tok_avsZipFail',
} as const;

export const DEBIT = {
  good: 'DE89370400440532013000',
  slow: 'DE08370400440532013003',
  insufficientFunds: 'DE65370400440002222227',
} as const;

type Means =
  | { readonly type: 'card'; readonly token: string }
  | { readonly type: 'sepa_debit'; readonly iban: string };

const billing = (data: CustomerData) => ({
  name: customerName(data),
  ...(data.email ? { email: data.email } : {}),
  address: {
    line1: data.street ?? '',
    postal_code: data.postalCode ?? '',
    city: data.city ?? '',
    country: data.country ?? '',
  },
});

/** The customer's means of payment as the provider knows it. */
const methodOf = async (stripe: Stripe, means: Means, data: CustomerData, key: string): Promise<string> => {
  const billing_details = billing(data);
  const method = await stripe.paymentMethods.create(
    means.type === 'card'
      ? { type: 'card', card: { token: means.token }, billing_details }
      : { type: 'sepa_debit', sepa_debit: { iban: means.iban }, billing_details },
    { idempotencyKey: `${key}:method` },
  );
  return method.id;
};

/** What a browser hands over with a mandate for direct debits; the address is one for documentation (RFC 5737). */
const MANDATE: Stripe.PaymentIntentCreateParams.MandateData = {
  customer_acceptance: { type: 'online', online: { ip_address: '192.0.2.17', user_agent: 'Mozilla/5.0' } },
};

const newestAttempt = ({ attempts, number }: PaymentCase): Attempt => {
  const [newest] = [...attempts].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  if (!newest) throw new Error(`${number} has no attempt.`);
  return newest;
};

/** A refused card is an answer as good as any: the intent says so itself. */
const intentOf = async (creation: Promise<Stripe.PaymentIntent>): Promise<string> => {
  try {
    return (await creation).id;
  } catch (error) {
    const id = intentOfError(error);
    if (id) return id;
    throw error;
  }
};

/** Means that bring the money; with the others something happens on the way. */
const GOOD: readonly string[] = [CARD.good, CARD.debit, DEBIT.good];

/** Where no provider is connected the money comes by transfer, and whoever could not pay has not paid yet. */
const payByTransfer = async (scene: Scene, means: Means): Promise<void> => {
  const { stage, name } = scene;
  if (GOOD.includes(means.type === 'card' ? means.token : means.iban)) {
    await registerReceipt(100n, 'BANK_TRANSFER')({ ...scene, name: `${name}:receipt` });
    await confirmAmount('EXACT')({ ...scene, name: `${name}:confirmed` });
  }
  await noteDone(stage, name);
};

/** The customer pays what is open: the attempt is recorded, the provider collects, its answer is applied. */
const pay =
  (methodType: 'CARD' | 'SEPA_DEBIT', means: Means): Act =>
  async (scene) => {
    const { stage, caseId, name } = scene;
    if (!stage.sandbox) return payByTransfer(scene, means);
    const { organizationId } = stage.business;
    const link = await linkOf(scene, 'PAY');
    await ask({ ...scene, name: `${name}:start` }, { kind: 'CUSTOMER', id: link }, 'startPayment', {
      methodType,
    });
    const state = await readCase(scene);
    const attempt = newestAttempt(state);
    const account = await accountAt(stage);
    const { stripe } = await stage.ports.stripe.open(organizationId, account.id);
    const reference = state.number;
    // Not the attempt's own id: under that one the customer may still be led to the hosted page.
    const key = `${attempt.id}:${name}`;
    const method = await methodOf(stripe, means, state.customer.data, key);
    const intentId = await intentOf(
      stripe.paymentIntents.create(
        {
          amount: Number(attempt.amount.minor),
          currency: attempt.amount.currency.toLowerCase(),
          allowed_payment_method_types: [means.type],
          payment_method: method,
          ...(means.type === 'sepa_debit' ? { mandate_data: MANDATE } : {}),
          confirm: true,
          return_url: `${stage.ports.publicUrl}/pay/${stage.ports.links.tokenOf(link)}`,
          description: reference,
          metadata: { organizationId, caseId, attemptId: attempt.id, reference },
        },
        { idempotencyKey: key },
      ),
    );
    await applyAnswer(scene, intentId);
    await noteDone(stage, name);
  };

/** Asks the provider how a payment stands; left out, it is the case's newest one. */
export const applyAnswer = async (scene: Scene, known?: string): Promise<void> => {
  const { stage, name } = scene;
  const intentId = known ?? newestAttempt(await readCase(scene)).providerRef;
  if (!intentId) throw new Error(`${name}: nothing has been asked of the provider.`);
  const { organizationId } = stage.business;
  const { id } = await accountAt(stage);
  const ref = { organizationId, providerAccountId: id, intentId, cause: name };
  const applied = await applyIntent(workshopOf(stage.ports), stage.ports.stripe, ref);
  if (applied !== 'APPLIED') throw new Error(`${name}: the provider's answer was ${applied}.`);
};

export const payByCard = (token: string): Act => pay('CARD', { type: 'card', token });

export const payByDebit = (iban: string): Act => pay('SEPA_DEBIT', { type: 'sepa_debit', iban });

/** The bank has answered a direct debit in the meantime; the provider is asked how it stands. */
export const hearOfDebit: Act = async (scene) => {
  if (!scene.stage.sandbox) return noteDone(scene.stage, scene.name);
  await applyAnswer(scene);
  if (newestAttempt(await readCase(scene)).state === 'PROCESSING')
    throw new Error(`${scene.name}: the bank has not answered the debit yet.`);
  await noteDone(scene.stage, scene.name);
};

/** The customer opens the provider's page, and leaves it open. */
export const openCheckout: Act = async (scene) => {
  const { stage, caseId, name } = scene;
  if (!stage.sandbox) return noteDone(stage, name);
  const link = await linkOf(scene, 'PAY');
  await startPayment(workshopOf(stage.ports), stage.ports.stripe, {
    organizationId: stage.business.organizationId,
    caseId,
    actor: { kind: 'CUSTOMER', id: link },
    methodType: 'CARD',
    returnUrl: `${stage.ports.publicUrl}/pay/${stage.ports.links.tokenOf(link)}`,
  });
  await noteDone(stage, name);
};
