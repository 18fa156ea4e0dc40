/**
 * A fresh key for one intent of a person. Kept over repeated clicks of the same form, so that nothing happens twice.
 * Not `crypto.randomUUID`: a desk in the local network is served without TLS, where browsers leave it out.
 */
export const newIdempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
