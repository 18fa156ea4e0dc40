import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { missing } from '../http/stripe-error.ts';

export const mandateEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/v1/mandates/:id', {}, ({ scope, id }) => {
    const mandate = scope.tables.mandates.get(id);
    if (!mandate) throw missing('mandate', id);
    return mandate;
  }),
];
