import type Stripe from 'stripe';
import {
  address,
  changed,
  differences,
  METADATA,
  mergeMetadata,
  shipping,
  toAddress,
  toShipping,
} from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { emptyable, type FieldsOf, inRange, list, oneOf, range, shape, text } from '../http/parameters.ts';
import { search } from '../http/search.ts';
import { missing } from '../http/stripe-error.ts';
import { newId } from '../ids.ts';
import { attach } from '../payments/attach.ts';
import { cashAccountOf } from '../transfers/cash-balance.ts';
import { emit } from '../webhooks/emit.ts';
import type { Scope } from '../world.ts';

const SHARED = {
  address: emptyable(address),
  business_name: emptyable(text),
  cash_balance: shape({
    settings: shape({ reconciliation_mode: oneOf('automatic', 'manual', 'merchant_default') }),
  }),
  description: emptyable(text),
  email: emptyable(text),
  individual_name: emptyable(text),
  invoice_settings: shape({ default_payment_method: emptyable(text) }),
  ...METADATA,
  name: emptyable(text),
  phone: emptyable(text),
  preferred_locales: list(text),
  shipping: emptyable(shipping),
  tax_exempt: emptyable(oneOf('exempt', 'none', 'reverse')),
};

const CREATE = { ...SHARED, payment_method: text } satisfies FieldsOf<Stripe.CustomerCreateParams>;
const UPDATE = SHARED satisfies FieldsOf<Stripe.CustomerUpdateParams>;
const LIST = { ...PAGINATION, created: range, email: text } satisfies FieldsOf<Stripe.CustomerListParams>;

/** The customer, or 400 (404 when the path names him) when he is unknown or deleted. */
export const requireCustomer = (scope: Scope, id: string, param = 'customer'): Stripe.Customer => {
  const customer = scope.tables.customers.get(id);
  if (!customer || customer.deleted) throw missing('customer', id, param);
  return customer;
};

const blank = (scope: Scope): Stripe.Customer => {
  const id = newId('cus');
  return {
    id,
    object: 'customer',
    address: null,
    balance: 0,
    created: scope.now(),
    currency: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    test_clock: null,
  };
};

type Change = Parameters<Parameters<typeof endpoint<typeof UPDATE>>[3]>[0]['params'];

const applied = (scope: Scope, before: Stripe.Customer, change: Change): Stripe.Customer => {
  const method = change.invoice_settings?.default_payment_method;
  if (method && scope.tables.paymentMethods.get(method)?.customer !== before.id) {
    throw missing('PaymentMethod', method, 'invoice_settings[default_payment_method]');
  }
  return {
    ...before,
    address:
      change.address === undefined
        ? (before.address ?? null)
        : change.address
          ? toAddress(change.address)
          : null,
    ...(change.business_name ? { business_name: change.business_name } : {}),
    ...(change.individual_name ? { individual_name: change.individual_name } : {}),
    description: changed(change.description, before.description),
    email: changed(change.email, before.email),
    invoice_settings: {
      ...before.invoice_settings,
      ...(method === undefined ? {} : { default_payment_method: method || null }),
    },
    metadata: mergeMetadata(before.metadata, change.metadata),
    name: changed(change.name, before.name ?? null),
    phone: changed(change.phone, before.phone ?? null),
    preferred_locales: change.preferred_locales ?? before.preferred_locales ?? [],
    shipping:
      change.shipping === undefined ? before.shipping : change.shipping ? toShipping(change.shipping) : null,
    tax_exempt: change.tax_exempt === undefined ? (before.tax_exempt ?? 'none') : change.tax_exempt || 'none',
  };
};

const noteReconciliation = (scope: Scope, customer: string, change: Change): void => {
  const wanted = change.cash_balance?.settings?.reconciliation_mode;
  if (wanted) scope.tables.cashAccounts.put({ ...cashAccountOf(scope, customer), reconciliation: wanted });
};

/** Creates a customer and tells the world; Checkout uses it too. */
export const createCustomer = (scope: Scope, params: Change): Stripe.Customer => {
  const customer = scope.tables.customers.put(applied(scope, blank(scope), params));
  noteReconciliation(scope, customer.id, params);
  emit(scope, 'customer.created', customer as Stripe.Customer);
  return customer as Stripe.Customer;
};

const existing = (scope: Scope): Stripe.Customer[] =>
  scope.tables.customers.newestFirst().filter((customer): customer is Stripe.Customer => !customer.deleted);

export const customerEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/v1/customers', CREATE, ({ scope, params: { payment_method: method, ...rest } }) => {
    const customer = createCustomer(scope, rest);
    if (method) attach(scope, method, customer.id);
    return customer;
  }),
  endpoint('GET', '/v1/customers', LIST, ({ scope, params }) =>
    pageOf(
      existing(scope)
        .filter((customer) => params.email === undefined || customer.email === params.email)
        .filter((customer) => params.created === undefined || inRange(customer.created, params.created)),
      params,
      '/v1/customers',
    ),
  ),
  search('customers', ['created', 'email', 'name', 'phone'], existing),
  endpoint('GET', '/v1/customers/:id', {}, ({ scope, id }) => {
    const customer = scope.tables.customers.get(id);
    if (!customer) throw missing('customer', id);
    return customer;
  }),
  endpoint('POST', '/v1/customers/:id', UPDATE, ({ scope, id, params }) => {
    const before = requireCustomer(scope, id, 'id');
    const after = applied(scope, before, params);
    scope.tables.customers.put(after);
    noteReconciliation(scope, id, params);
    emit(scope, 'customer.updated', after, differences(before, after));
    return after;
  }),
  endpoint('DELETE', '/v1/customers/:id', {}, ({ scope, id }) => {
    const before = requireCustomer(scope, id, 'id');
    const deleted: Stripe.DeletedCustomer = { id, object: 'customer', deleted: true };
    scope.tables.customers.put(deleted);
    emit(scope, 'customer.deleted', before);
    return deleted;
  }),
  endpoint(
    'GET',
    '/v1/customers/:id/payment_methods',
    { ...PAGINATION, type: text } satisfies FieldsOf<Stripe.CustomerListPaymentMethodsParams>,
    ({ scope, id, params }) => {
      requireCustomer(scope, id, 'id');
      const methods = scope.tables.paymentMethods
        .newestFirst()
        .filter(
          (method) => method.customer === id && (params.type === undefined || method.type === params.type),
        );
      return pageOf(methods, params, `/v1/customers/${id}/payment_methods`);
    },
  ),
];
