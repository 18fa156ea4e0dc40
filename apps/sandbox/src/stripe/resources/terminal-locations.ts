import type Stripe from 'stripe';
import { address, METADATA, mergeMetadata, toAddress } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { emptyable, type FieldsOf, required, shape, text } from '../http/parameters.ts';
import { missing } from '../http/stripe-error.ts';
import { newId } from '../ids.ts';
import type { Scope } from '../world.ts';

const CREATE = {
  address: required(
    shape({
      city: text,
      country: required(text),
      line1: required(text),
      line2: text,
      postal_code: text,
      state: text,
    }),
  ),
  display_name: required(text),
  ...METADATA,
  phone: text,
} satisfies FieldsOf<Stripe.Terminal.LocationCreateParams>;

const UPDATE = {
  address,
  display_name: text,
  ...METADATA,
  phone: emptyable(text),
} satisfies FieldsOf<Stripe.Terminal.LocationUpdateParams>;

export const requireLocation = (scope: Scope, id: string, param = 'id'): Stripe.Terminal.Location => {
  const location = scope.tables.locations.get(id);
  if (!location) throw missing('location', id, param);
  return location;
};

export const terminalLocationEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/v1/terminal/locations', CREATE, ({ scope, params }) =>
    scope.tables.locations.put({
      id: newId('tml'),
      object: 'terminal.location',
      address: toAddress(params.address),
      display_name: params.display_name,
      livemode: false,
      metadata: mergeMetadata({}, params.metadata),
      ...(params.phone ? { phone: params.phone } : {}),
    }),
  ),
  endpoint('GET', '/v1/terminal/locations', PAGINATION, ({ scope, params }) =>
    pageOf(scope.tables.locations.newestFirst(), params, '/v1/terminal/locations'),
  ),
  endpoint('GET', '/v1/terminal/locations/:id', {}, ({ scope, id }) => requireLocation(scope, id)),
  endpoint('POST', '/v1/terminal/locations/:id', UPDATE, ({ scope, id, params }) => {
    const before = requireLocation(scope, id);
    const { phone, ...rest } = before;
    const after = params.phone === undefined ? phone : params.phone;
    return scope.tables.locations.put({
      ...rest,
      address: params.address ? { ...before.address, ...params.address } : before.address,
      display_name: params.display_name ?? before.display_name,
      metadata: mergeMetadata(before.metadata, params.metadata),
      ...(after ? { phone: after } : {}),
    });
  }),
  endpoint('DELETE', '/v1/terminal/locations/:id', {}, ({ scope, id }) => {
    requireLocation(scope, id);
    scope.tables.locations.remove(id);
    return { id, object: 'terminal.location', deleted: true };
  }),
];
