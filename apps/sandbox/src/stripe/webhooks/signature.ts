import { createHmac } from 'node:crypto';

const hmac = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('hex');

/**
 * The `Stripe-Signature` header over a body. `timestamp` is real time in unix seconds: receivers compare it with theirs.
 * In test mode Stripe adds a scheme that must be ignored, `v0`, and so does the sandbox.
 */
export const signatureHeader = (body: string, secret: string, timestamp: number): string => {
  const signed = `${timestamp}.${body}`;
  return `t=${timestamp},v1=${hmac(secret, signed)},v0=${hmac(`v0:${secret}`, signed)}`;
};
