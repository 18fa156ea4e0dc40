import type Stripe from 'stripe';
import { email, emptyable, type FieldsOf, metadata, required, shape, text } from './parameters.ts';

const ADDRESS_FIELDS = {
  city: emptyable(text),
  country: emptyable(text),
  line1: emptyable(text),
  line2: emptyable(text),
  postal_code: emptyable(text),
  state: emptyable(text),
} satisfies FieldsOf<Stripe.AddressParam>;

export const address = shape(ADDRESS_FIELDS);

export const billingDetails = shape({
  address: emptyable(address),
  email: emptyable(email),
  name: emptyable(text),
  phone: emptyable(text),
  tax_id: text,
} satisfies FieldsOf<Stripe.PaymentMethodCreateParams.BillingDetails>);

export const shipping = shape({
  name: required(text),
  address: required(address),
  phone: emptyable(text),
  carrier: emptyable(text),
  tracking_number: emptyable(text),
});

export const METADATA = { metadata: emptyable(metadata) };

type AddressInput = { [K in keyof Stripe.Address]?: string };

const orNull = (value: string | undefined): string | null => (value ? value : null);

export const toAddress = (input: AddressInput): Stripe.Address => ({
  city: orNull(input.city),
  country: orNull(input.country),
  line1: orNull(input.line1),
  line2: orNull(input.line2),
  postal_code: orNull(input.postal_code),
  state: orNull(input.state),
});

const EMPTY_ADDRESS: Stripe.Address = toAddress({});

interface BillingInput {
  address?: AddressInput | '';
  email?: string;
  name?: string;
  phone?: string;
  tax_id?: string;
}

/** Billing details with what is given now over what was known before. */
export const toBillingDetails = (
  input: BillingInput = {},
  before?: Stripe.PaymentMethod.BillingDetails,
): Stripe.PaymentMethod.BillingDetails => {
  const keep = (value: string | undefined, known: string | null | undefined) =>
    value === undefined ? (known ?? null) : orNull(value);
  return {
    address: input.address
      ? toAddress(input.address)
      : input.address === ''
        ? EMPTY_ADDRESS
        : (before?.address ?? EMPTY_ADDRESS),
    email: keep(input.email, before?.email),
    name: keep(input.name, before?.name),
    phone: keep(input.phone, before?.phone),
    tax_id: keep(input.tax_id, before?.tax_id),
  };
};

interface ShippingInput {
  name: string;
  address: AddressInput;
  phone?: string;
  carrier?: string;
  tracking_number?: string;
}

export const toShipping = (input: ShippingInput): Stripe.PaymentIntent.Shipping => ({
  address: toAddress(input.address),
  carrier: orNull(input.carrier),
  name: input.name,
  phone: orNull(input.phone),
  tracking_number: orNull(input.tracking_number),
});

/** Metadata after an update: new keys are added, empty values removed, an empty string clears all. */
export const mergeMetadata = (
  before: Stripe.Metadata | null,
  change: Record<string, string> | '' | undefined,
): Stripe.Metadata => {
  if (change === undefined) return before ?? {};
  if (change === '') return {};
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== ''));
};

/** `undefined` keeps what is there, an empty string unsets it. */
export const changed = <T>(input: string | undefined, before: T): T | string | null =>
  input === undefined ? before : orNull(input);

/** What an update event carries as `previous_attributes`: the old values of what differs now. */
export const differences = <T extends object>(before: T, after: T): Partial<T> => {
  const keys = Object.keys(after) as Array<keyof T>;
  const differing = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return Object.fromEntries(differing.map((key) => [key, before[key]])) as Partial<T>;
};
