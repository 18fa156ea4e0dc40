import type Stripe from 'stripe';
import type { StoredWebhookEndpoint } from '../../state/records.ts';
import { METADATA, mergeMetadata } from '../http/common-fields.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { PAGINATION, pageOf } from '../http/pages.ts';
import { emptyable, type FieldsOf, flag, list, required, text, url } from '../http/parameters.ts';
import { missing } from '../http/stripe-error.ts';
import { newId, newWebhookSecret } from '../ids.ts';
import type { Scope } from '../world.ts';

const CREATE = {
  enabled_events: required(list(text)),
  url: required(url),
  api_version: text,
  description: emptyable(text),
  ...METADATA,
} satisfies { [K in keyof FieldsOf<Stripe.WebhookEndpointCreateParams>]: unknown };

const UPDATE = {
  description: emptyable(text),
  disabled: flag,
  enabled_events: list(text),
  ...METADATA,
  url,
} satisfies { [K in keyof FieldsOf<Stripe.WebhookEndpointUpdateParams>]: unknown };

/** The secret is shown once, when the endpoint is created. */
const withoutSecret = ({ secret: _secret, ...rest }: StoredWebhookEndpoint): Stripe.WebhookEndpoint => rest;

const requireEndpoint = (scope: Scope, id: string): StoredWebhookEndpoint => {
  const found = scope.tables.webhookEndpoints.get(id);
  if (!found) throw missing('webhook endpoint', id);
  return found;
};

export const webhookEndpointEndpoints: readonly Endpoint[] = [
  endpoint('POST', '/v1/webhook_endpoints', CREATE, ({ scope, params }) =>
    scope.tables.webhookEndpoints.put({
      id: newId('we'),
      object: 'webhook_endpoint',
      api_version: params.api_version ?? null,
      application: null,
      created: scope.now(),
      description: params.description || null,
      enabled_events: params.enabled_events,
      livemode: false,
      metadata: mergeMetadata({}, params.metadata),
      secret: newWebhookSecret(),
      status: 'enabled',
      url: params.url,
    }),
  ),
  endpoint('GET', '/v1/webhook_endpoints', PAGINATION, ({ scope, params }) =>
    pageOf(scope.tables.webhookEndpoints.newestFirst().map(withoutSecret), params, '/v1/webhook_endpoints'),
  ),
  endpoint('GET', '/v1/webhook_endpoints/:id', {}, ({ scope, id }) =>
    withoutSecret(requireEndpoint(scope, id)),
  ),
  endpoint('POST', '/v1/webhook_endpoints/:id', UPDATE, ({ scope, id, params }) => {
    const before = requireEndpoint(scope, id);
    const after = scope.tables.webhookEndpoints.put({
      ...before,
      description: params.description === undefined ? before.description : params.description || null,
      enabled_events: params.enabled_events ?? before.enabled_events,
      metadata: mergeMetadata(before.metadata, params.metadata),
      status: params.disabled === undefined ? before.status : params.disabled ? 'disabled' : 'enabled',
      url: params.url ?? before.url,
    });
    return withoutSecret(after);
  }),
  endpoint('DELETE', '/v1/webhook_endpoints/:id', {}, ({ scope, id }) => {
    requireEndpoint(scope, id);
    scope.tables.webhookEndpoints.remove(id);
    return { id, object: 'webhook_endpoint', deleted: true };
  }),
];
