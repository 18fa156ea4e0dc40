import { createHmac } from 'node:crypto';

/** The `Stripe-Signature` header over a body. `timestamp` is real time in unix seconds: receivers compare it with theirs. */
export const signatureHeader = (body: string, secret: string, timestamp: number): string =>
  `t=${timestamp},v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
