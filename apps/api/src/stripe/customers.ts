import { type CustomerData, customerName } from '@zahlwerk/domain/customers/customer-data';
import type Stripe from 'stripe';
import { createOnce } from './create-once.ts';

export interface CustomerAtStripe {
  readonly customerId: string;
  readonly organizationId: string;
  readonly number: string | null;
  readonly data: CustomerData;
}

const paramsOf = ({ customerId, organizationId, number, data }: CustomerAtStripe) => ({
  name: customerName(data),
  ...(data.email ? { email: data.email } : {}),
  ...(data.phone ? { phone: data.phone } : {}),
  preferred_locales: [data.language],
  ...(data.country
    ? {
        address: {
          line1: data.street ?? '',
          postal_code: data.postalCode ?? '',
          city: data.city ?? '',
          country: data.country,
        },
      }
    : {}),
  metadata: { organizationId, customerId, customerNumber: number ?? '' },
});

/** Creates or updates the provider's customer; returns the provider's id. Our customer's id is the key of the creation. */
export const saveAtStripe = async (
  stripe: Stripe,
  customer: CustomerAtStripe,
  externalRef: string | null,
): Promise<string> => {
  if (externalRef) return (await stripe.customers.update(externalRef, paramsOf(customer))).id;
  const create = (options: Stripe.RequestOptions) => stripe.customers.create(paramsOf(customer), options);
  return (await createOnce(`customer-${customer.customerId}`, create)).id;
};

/** Opens the provider's hosted page on which the customer stores a means of payment; the link's id is the key. */
export const createSetup = (
  stripe: Stripe,
  setup: {
    readonly customerRef: string;
    readonly linkId: string;
    readonly metadata: Record<string, string>;
    readonly methodTypes: readonly ('card' | 'sepa_debit')[];
    readonly locale: 'de' | 'en';
    readonly returnUrl: string;
  },
): Promise<Stripe.Checkout.Session> =>
  createOnce(`setup-${setup.linkId}`, (options) =>
    stripe.checkout.sessions.create(
      {
        mode: 'setup',
        customer: setup.customerRef,
        allowed_payment_method_types: [...setup.methodTypes],
        metadata: setup.metadata,
        setup_intent_data: { metadata: setup.metadata },
        locale: setup.locale,
        success_url: `${setup.returnUrl}?returned=1`,
        cancel_url: setup.returnUrl,
      },
      options,
    ),
  );

/** The means of payment that a finished hosted setup page has stored, with its mandate; null while it is not finished. */
export const fetchSetupMethod = async (
  stripe: Stripe,
  session: Stripe.Checkout.Session,
): Promise<{ readonly method: Stripe.PaymentMethod; readonly mandateRef: string | null } | null> => {
  const id = typeof session.setup_intent === 'string' ? session.setup_intent : session.setup_intent?.id;
  if (!id) return null;
  const intent = await stripe.setupIntents.retrieve(id, { expand: ['payment_method'] });
  const method = intent.payment_method;
  if (intent.status !== 'succeeded' || !method || typeof method === 'string') return null;
  const { mandate } = intent;
  return { method, mandateRef: typeof mandate === 'string' ? mandate : (mandate?.id ?? null) };
};
