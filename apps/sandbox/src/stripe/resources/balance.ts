import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { balanceOf } from '../money/balance.ts';

export const balanceEndpoints: readonly Endpoint[] = [
  endpoint('GET', '/v1/balance', {}, ({ scope }) => balanceOf(scope)),
];
