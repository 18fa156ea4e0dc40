import type Stripe from 'stripe';

/** What the customer knows a mandate by, and their bank too; null where it is none for debits. */
export const fetchMandateReference = async (stripe: Stripe, mandateRef: string): Promise<string | null> => {
  const { payment_method_details: details } = await stripe.mandates.retrieve(mandateRef);
  return details.sepa_debit?.reference ?? null;
};

/** The creditor identifier that the account's debits bear; null where they run under the provider's own. */
export const fetchCreditorId = async (stripe: Stripe): Promise<string | null> => {
  const { settings } = await stripe.accounts.retrieveCurrent();
  return settings?.sepa_debit_payments?.creditor_id ?? null;
};
