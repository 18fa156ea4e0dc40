import { money } from '@zahlwerk/domain/money/money';
import type { ProviderReport } from '@zahlwerk/domain/payments/apply-attempt';
import type Stripe from 'stripe';
import type { CheckoutIntent } from './checkout.ts';
import { currencyOf, reportAttempt } from './report-attempt.ts';

/** Where the provider keeps accounts for transfers in euros (https://docs.stripe.com/payments/bank-transfers). */
const COUNTRIES = ['BE', 'DE', 'ES', 'FR', 'IE', 'NL'];

/** The frozen parameters of an attempt by transfer. */
export interface TransferIntent
  extends Pick<
    CheckoutIntent,
    'organizationId' | 'caseId' | 'attemptId' | 'reference' | 'minor' | 'currency'
  > {
  /** The provider's customer, to whom the account belongs that is transferred to. */
  readonly customerRef: string;
  /** Of the business; the account is in this country where the provider has any there. */
  readonly country: string;
}

/**
 * The PaymentIntent that waits for a transfer and says where to. The attempt's id is the key, so that a repeated call,
 * after a lost answer too, gets the same one.
 */
export const createTransfer = (stripe: Stripe, intent: TransferIntent): Promise<Stripe.PaymentIntent> => {
  const { organizationId, caseId, attemptId, reference, country } = intent;
  return stripe.paymentIntents.create(
    {
      amount: Number(intent.minor),
      currency: intent.currency.toLowerCase(),
      customer: intent.customerRef,
      allowed_payment_method_types: ['customer_balance'],
      payment_method_data: { type: 'customer_balance' },
      payment_method_options: {
        customer_balance: {
          funding_type: 'bank_transfer',
          bank_transfer: {
            type: 'eu_bank_transfer',
            eu_bank_transfer: { country: COUNTRIES.includes(country) ? country : 'DE' },
          },
        },
      },
      confirm: true,
      description: reference,
      metadata: { organizationId, caseId, attemptId, reference },
    },
    { idempotencyKey: attemptId },
  );
};

type Funded = Stripe.CustomerCashBalanceTransaction.Funded;

/**
 * Who has transferred the money that covers an intent: whatever has come since it was made, or else the last that came
 * before. Null when a bank has not said whose it is.
 */
const fetchPayer = async (stripe: Stripe, intent: Stripe.PaymentIntent): Promise<string | null> => {
  const customer = typeof intent.customer === 'string' ? intent.customer : (intent.customer?.id ?? null);
  if (!customer) return null;
  const { data } = await stripe.customers.listCashBalanceTransactions(customer, { limit: 100 });
  const credits = data.flatMap(({ funded, created }): (Funded & { created: number })[] =>
    funded ? [{ ...funded, created }] : [],
  );
  const since = credits.filter(({ created }) => created >= intent.created);
  const names = (since.length > 0 ? since : credits.slice(0, 1)).map(
    ({ bank_transfer: { eu_bank_transfer: transfer } }) => transfer?.sender_name ?? null,
  );
  const known = names.filter((name) => name !== null);
  return known.length > 0 && known.length === names.length ? [...new Set(known)].join(', ') : null;
};

const transferOf = (intent: Stripe.PaymentIntent): ProviderReport['transfer'] => {
  const asked = intent.next_action?.display_bank_transfer_instructions;
  const account = asked?.financial_addresses?.find(({ iban }) => iban)?.iban;
  if (!asked || !account || asked.amount_remaining === null) return undefined;
  return {
    instructions: {
      holder: account.account_holder_name,
      iban: account.iban,
      bic: account.bic,
      reference: asked.reference ?? '',
    },
    funded: money(BigInt(intent.amount - asked.amount_remaining), currencyOf(intent.currency)),
  };
};

/**
 * How a transfer stands (rule 3): it begins with the first credit, is verified by who has made it, and approved by the
 * credit itself.
 */
export const reportTransfer = async (
  stripe: Stripe,
  attemptId: string,
  intent: Stripe.PaymentIntent,
): Promise<ProviderReport> => {
  const report = reportAttempt(attemptId, intent);
  const transfer = transferOf(intent);
  const hasBegun = report.settlement !== null || (transfer?.funded.minor ?? 0n) > 0n;
  const payer = report.settlement ? await fetchPayer(stripe, intent) : null;
  const evidence = `transfer:payer=${payer ? 'named' : 'unknown'}`;
  return {
    ...report,
    initiation: hasBegun ? 'transfer:credit' : null,
    verification: report.settlement ? { passed: payer !== null, evidence } : null,
    approval: report.settlement ? 'transfer:credit' : null,
    settlement: report.settlement && { ...report.settlement, payer },
    ...(transfer ? { transfer } : {}),
  };
};
