import type Stripe from 'stripe';
import type { TransferCountry } from './iban.ts';
import { virtualIban } from './iban.ts';

type Instructions = Stripe.PaymentIntent.NextAction.DisplayBankTransferInstructions;

const HOLDER = 'Zahlwerk Sandbox';
const BIC = 'ZWRKDEFFXXX';

const ADDRESS: Stripe.Address = {
  city: 'Berlin',
  country: 'DE',
  line1: 'Beispielstraße 1',
  line2: null,
  postal_code: '10115',
  state: null,
};

/** The virtual account that belongs to one customer alone; whatever reaches it is his money. */
export const financialAddress = (customer: string, country: TransferCountry) => ({
  iban: {
    account_holder_address: ADDRESS,
    account_holder_name: HOLDER,
    bank_address: ADDRESS,
    bic: BIC,
    country,
    iban: virtualIban(country, customer),
  },
  supported_networks: ['sepa' as const],
  type: 'iban' as const,
});

/** What a customer must know to pay this very intent by transfer. Minor units. */
export const instructionsFor = (
  intent: Pick<Stripe.PaymentIntent, 'id' | 'currency'>,
  customer: string,
  given: {
    readonly country: TransferCountry;
    readonly remaining: number;
    readonly reference: string;
    readonly stripeUrl: string;
  },
): Instructions => ({
  amount_remaining: given.remaining,
  currency: intent.currency,
  financial_addresses: [financialAddress(customer, given.country)],
  hosted_instructions_url: `${given.stripeUrl}/c/transfer/${intent.id}`,
  reference: given.reference,
  type: 'eu_bank_transfer',
});

export const fundingInstructions = (
  customer: string,
  currency: string,
  country: TransferCountry,
): Stripe.FundingInstructions => ({
  object: 'funding_instructions',
  bank_transfer: {
    country,
    financial_addresses: [financialAddress(customer, country)],
    type: 'eu_bank_transfer',
  },
  currency,
  funding_type: 'bank_transfer',
  livemode: false,
});
